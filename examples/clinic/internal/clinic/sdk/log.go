package sdk

import (
	"context"
	"log/slog"
	"time"
)

// An observer is told of each attempt. Only [WithLogger] makes one, so that a program without it does not link slog's
// handlers.
type observer func(ctx context.Context, c *call, r *reply, err error, took time.Duration)

// WithLogger logs each attempt: method, path template, status, attempt and duration, never values.
func WithLogger(logger *slog.Logger) Option {
	observe := func(ctx context.Context, c *call, r *reply, err error, took time.Duration) {
		level, attrs := slog.LevelDebug, []slog.Attr{
			slog.String("method", c.req.method),
			slog.String("route", c.req.template),
			slog.Int("attempt", c.attempts+1),
			slog.Duration("duration", took),
		}
		switch {
		case err != nil:
			level = slog.LevelWarn
			attrs = append(attrs, slog.String("error", "no usable answer"))
		case !c.succeeded(r.response.StatusCode):
			level = slog.LevelWarn
			attrs = append(attrs, slog.Int("status", r.response.StatusCode), slog.String("request_id", requestID(r.response.Header)))
		default:
			attrs = append(attrs, slog.Int("status", r.response.StatusCode))
		}
		logger.LogAttrs(ctx, level, "call", attrs...)
	}
	return func(s *settings) {
		if s.observe = observe; logger == nil {
			s.observe = nil
		}
	}
}
