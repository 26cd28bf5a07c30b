package sdk

import (
	"context"
	"crypto/tls"
	"errors"
	"math"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

const (
	firstWait = 500 * time.Millisecond
	longest   = 20 * time.Second // between attempts, unless the server asks for more
	patience  = time.Minute      // with what the server asks for
)

// retry tells whether there is another attempt, and after how long.
func (c *call) retry(ctx context.Context, r *reply, err error) (time.Duration, bool) {
	if !c.again || c.attempts > c.settings.retries || ctx.Err() != nil {
		return 0, false
	}
	if replays, failure := c.req.body.replays(); !replays || failure != nil {
		return 0, false
	}
	wait := backoff(c.attempts, rand.N[int64])
	if err != nil {
		return wait, transient(err) && c.inTime(ctx, wait)
	}
	status := r.response.StatusCode
	if status != http.StatusRequestTimeout && status != http.StatusTooManyRequests && (status < 500 || status > 599) {
		return 0, false
	}
	if asked, ok := retryAfter(r.response.Header, time.Now()); ok {
		if asked > patience {
			return 0, false
		}
		wait = asked
	}
	return wait, c.inTime(ctx, wait)
}

// inTime is false if the caller's deadline comes first: waiting would only hide why the call failed.
func (c *call) inTime(ctx context.Context, wait time.Duration) bool {
	deadline, ok := ctx.Deadline()
	return !ok || time.Until(deadline) > wait
}

// transient tells errors of the connection from those that another attempt would meet again.
func transient(err error) bool {
	var own *Error
	var permanent *permanentError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &own), errors.As(err, &permanent), errors.As(err, &certificate):
		return false
	}
	return !errors.Is(err, context.Canceled) && !errors.Is(err, errSpent)
}

// A permanentError is not met by trying again.
type permanentError struct{ error }

func (e *permanentError) Unwrap() error { return e.error }

// backoff doubles from half a second, less up to a half at random, so that clients do not come back all at once.
func backoff(attempts int, random func(int64) int64) time.Duration {
	wait := min(firstWait<<min(attempts-1, 10), longest)
	return wait - time.Duration(random(int64(wait/2)))
}

// retryAfter is how long the server asks to wait, in seconds or until a date.
func retryAfter(h http.Header, now time.Time) (time.Duration, bool) {
	text := h.Get("Retry-After")
	if text == "" {
		return 0, false
	}
	if seconds, err := strconv.ParseFloat(text, 64); err == nil {
		return time.Duration(min(seconds, 1e6) * float64(time.Second)), seconds >= 0 && !math.IsInf(seconds, 1)
	}
	t, err := http.ParseTime(text)
	if err != nil {
		return 0, false
	}
	return max(t.Sub(now), 0), true
}

// sleep waits, or ends at once with the context.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
