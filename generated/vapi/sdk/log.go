package sdk

import (
	"context"
	"log/slog"
	"time"
)

// log tells of an attempt without any value of it.
func (c *call) log(ctx context.Context, r *reply, err error, took time.Duration) {
	logger := c.settings.logger
	if logger == nil {
		return
	}
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
	case r != nil:
		attrs = append(attrs, slog.Int("status", r.response.StatusCode))
		if !c.succeeded(r.response.StatusCode) {
			level = slog.LevelWarn
			attrs = append(attrs, slog.String("request_id", requestID(r.response.Header)))
		}
	}
	logger.LogAttrs(ctx, level, "call", attrs...)
}
