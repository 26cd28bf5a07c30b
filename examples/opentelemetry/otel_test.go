package otelsdk_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/sdkc/sdkc/examples/opentelemetry"
	"github.com/sdkc/sdkc/generated/twilio/proxyv1"
	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A call that succeeds at the second attempt is a span with two below it, and the server gets each attempt's trace.
func TestSpans(t *testing.T) {
	var parents []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		parents = append(parents, r.Header.Get("Traceparent"))
		if len(parents) == 1 {
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"sid":"KS1"}`)
	}))
	defer server.Close()
	spans, reader := tracetest.NewInMemoryExporter(), metric.NewManualReader()
	options, err := otelsdk.Options(sdktrace.NewTracerProvider(sdktrace.WithSyncer(spans)),
		metric.NewMeterProvider(metric.WithReader(reader)), propagation.TraceContext{})
	if err != nil {
		t.Fatal(err)
	}
	client := proxyv1.New(append(options, sdk.WithBaseURL(server.URL), sdk.WithBasicAuth("AC1", "s3cr3t"))...)
	if _, err := client.Services.Fetch(t.Context(), "KSprivate"); err != nil {
		t.Fatal(err)
	}
	all := spans.GetSpans()
	if len(all) != 3 {
		t.Fatalf("%d spans, want 3", len(all))
	}
	call := all[2]
	for i, want := range []string{
		"GET /v1/Services/{Sid} client 503 resend <nil> attempts <nil> Error",
		"GET /v1/Services/{Sid} client 200 resend 1 attempts <nil> Unset",
		"GET /v1/Services/{Sid} internal 200 resend <nil> attempts 2 Unset",
	} {
		s := all[i]
		got := fmt.Sprintf("%s %s %v resend %v attempts %v %s", s.Name, s.SpanKind, attributeOf(s, "http.response.status_code"),
			attributeOf(s, "http.request.resend_count"), attributeOf(s, "sdk.attempts"), s.Status.Code)
		if got != want {
			t.Errorf("span %d is %s, want %s", i, got, want)
		}
		if text := fmt.Sprint(s.Attributes, s.Events, s.Status); strings.Contains(text, "s3cr3t") || strings.Contains(text, "KSprivate") {
			t.Errorf("span %d tells too much: %s", i, text)
		}
		if i < 2 && (s.Parent.SpanID() != call.SpanContext.SpanID() || !strings.Contains(parents[i], s.SpanContext.SpanID().String())) {
			t.Errorf("span %d is not below the call, or the server got %q", i, parents[i])
		}
	}
	var data metricdata.ResourceMetrics
	if err := reader.Collect(t.Context(), &data); err != nil {
		t.Fatal(err)
	}
	histogram, ok := data.ScopeMetrics[0].Metrics[0].Data.(metricdata.Histogram[float64])
	if !ok || len(histogram.DataPoints) != 2 { // one a status
		t.Errorf("metrics are %+v", data.ScopeMetrics)
	}
}

func attributeOf(s tracetest.SpanStub, key attribute.Key) any {
	for _, a := range s.Attributes {
		if a.Key == key {
			return a.Value.AsInterface()
		}
	}
	return nil
}
