// Package otelsdk makes OpenTelemetry spans and metrics of the calls of an SDK that sdkc wrote. Copy it next to an SDK of
// your own and change one import: it needs nothing but the options of package sdk, and the SDK does not depend on it.
package otelsdk

import (
	"context"
	"net"
	"net/http"
	"strconv"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

const name = "github.com/sdkc/sdkc/examples/opentelemetry"

// An observer makes a span a call, below it a span an attempt, and a histogram of how long attempts took.
type observer struct {
	tracer    trace.Tracer
	durations metric.Float64Histogram
	carry     propagation.TextMapPropagator
}

// Options are for New. They tell methods, routes, hosts, statuses and durations, and no value of any param: attributes
// are those of OpenTelemetry's conventions for HTTP clients.
func Options(tracers trace.TracerProvider, meters metric.MeterProvider, carry propagation.TextMapPropagator) ([]sdk.Option, error) {
	durations, err := meters.Meter(name).Float64Histogram("http.client.request.duration", metric.WithUnit("s"),
		metric.WithDescription("Duration of HTTP client requests."))
	if err != nil {
		return nil, err
	}
	o := &observer{tracer: tracers.Tracer(name), durations: durations, carry: carry}
	return []sdk.Option{sdk.WithHook(o.call), sdk.WithMiddleware(o.attempt)}, nil
}

// call is the span around all attempts.
func (o *observer) call(ctx context.Context, call sdk.Call) (context.Context, func(sdk.Result)) {
	ctx, span := o.tracer.Start(ctx, call.Method+" "+call.Route, trace.WithAttributes(about(call)...))
	return ctx, func(r sdk.Result) {
		span.SetAttributes(attribute.Int("sdk.attempts", r.Attempts))
		if r.RequestID != "" {
			span.SetAttributes(attribute.String("sdk.request_id", r.RequestID))
		}
		end(span, r.StatusCode, r.Err)
	}
}

// attempt is the span and the measure of a single request, which carries the trace along.
func (o *observer) attempt(next sdk.Handler) sdk.Handler {
	return func(r *http.Request) (*http.Response, error) {
		call := sdk.CallOf(r.Context())
		attributes := append(about(call), attribute.String("url.scheme", r.URL.Scheme))
		ctx, span := o.tracer.Start(r.Context(), call.Method+" "+call.Route, trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(attributes...))
		if call.Attempt > 1 {
			span.SetAttributes(attribute.Int("http.request.resend_count", call.Attempt-1))
		}
		o.carry.Inject(ctx, propagation.HeaderCarrier(r.Header))
		begin := time.Now()
		resp, err := next(r.WithContext(ctx))
		status := 0
		if err == nil {
			status = resp.StatusCode
		}
		end(span, status, err)
		o.durations.Record(ctx, time.Since(begin).Seconds(), metric.WithAttributes(append(attributes, attribute.Int("http.response.status_code", status))...))
		return resp, err
	}
}

func about(call sdk.Call) []attribute.KeyValue {
	host, port, err := net.SplitHostPort(call.Host)
	if err != nil {
		host = call.Host
	}
	all := []attribute.KeyValue{
		attribute.String("http.request.method", call.Method),
		attribute.String("url.template", call.Route),
		attribute.String("server.address", host),
	}
	if number, err := strconv.Atoi(port); err == nil {
		all = append(all, attribute.Int("server.port", number))
	}
	return all
}

// end says how it went. An error's text may hold what the server said, so it stays out.
func end(span trace.Span, status int, err error) {
	if status > 0 {
		span.SetAttributes(attribute.Int("http.response.status_code", status))
	}
	switch {
	case status >= 400:
		span.SetStatus(codes.Error, http.StatusText(status))
	case err != nil:
		span.SetStatus(codes.Error, "no usable answer")
	}
	span.End()
}
