package golden

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A stage is where a call can hang: what the server does until then, and the call.
type stage struct {
	name   string
	talk   func(c net.Conn)
	call   func(ctx context.Context, client *sdk.Client) error
	opts   []sdk.Option
	base   string // in place of http://api.test
	within bool   // of an attempt, so that its time limit counts
	waits  bool   // of its own will, and so not beyond a deadline
}

// until reads a request, says something, and then nothing more until the client hangs up.
func until(text string) func(net.Conn) {
	return func(c net.Conn) {
		if _, err := http.ReadRequest(bufio.NewReader(c)); err != nil {
			return // it hung up before
		}
		if _, err := io.WriteString(c, text); err == nil {
			_, _ = io.Copy(io.Discard, c)
		}
	}
}

const (
	chunked   = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
	eventHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
)

func getRow(ctx context.Context, client *sdk.Client) error {
	_, err := sdk.Send[row](ctx, client, sdk.NewRequest("GET", "/x"))
	return err
}

// lastOf ranges to the end and returns its error.
func lastOf[T any](seq func(func(T, error) bool)) (err error) {
	for _, err = range seq {
	}
	return err
}

func stages() []stage {
	silent := func(c net.Conn) { _, _ = io.Copy(io.Discard, c) }
	list := func(ctx context.Context, client *sdk.Client) error {
		return lastOf(sdk.List[row](ctx, client, sdk.NewRequest("GET", "/x"), sdk.Paging{Items: "a", NextURL: "n"}))
	}
	page := `{"a":[{"id":"0"}],"n":"/x?2"}`
	return []stage{
		{name: "TLS", talk: silent, call: getRow, base: "https://api.test", within: true},
		{name: "before the first byte", talk: silent, call: getRow, within: true},
		{name: "in the status line", talk: until("HTTP/1.1 2"), call: getRow, within: true},
		{name: "in the header", talk: until("HTTP/1.1 200 OK\r\nX-A: "), call: getRow, within: true},
		{name: "before the body", talk: until("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"), call: getRow, within: true},
		{name: "in the body", talk: until(chunked + "6\r\n{\"id\":\r\n"), call: getRow, within: true},
		{name: "in an error's body", talk: until("HTTP/1.1 404 No\r\nContent-Length: 9\r\n\r\n{"), call: getRow, within: true},
		{name: "after a redirect", talk: redirected, call: getRow, within: true},
		{name: "between attempts", talk: until("HTTP/1.1 503 No\r\nContent-Length: 0\r\nRetry-After: 50\r\n\r\n"), call: getRow, waits: true},
		{name: "before a stream", talk: silent, within: true, call: func(ctx context.Context, client *sdk.Client) error {
			_, err := sdk.SendStream(ctx, client, sdk.NewRequest("GET", "/x"))
			return err
		}},
		{name: "in a stream", talk: until("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), call: func(ctx context.Context, client *sdk.Client) error {
			s, err := sdk.SendStream(ctx, client, sdk.NewRequest("GET", "/x"))
			if err != nil {
				return err
			}
			_, err = io.Copy(io.Discard, s)
			return errors.Join(err, s.Close())
		}},
		{name: "before events", talk: until(eventHead), call: func(ctx context.Context, client *sdk.Client) error {
			return lastOf(sdk.SendEvents[string](ctx, client, sdk.NewRequest("GET", "/x")))
		}},
		{name: "between events", talk: until(eventHead + "id: 1\ndata: a\n\ndata: b"), call: func(ctx context.Context, client *sdk.Client) error {
			return lastOf(sdk.SendEvents[string](ctx, client, sdk.NewRequest("GET", "/x")))
		}},
		{name: "before events go on", talk: eventsCut, call: func(ctx context.Context, client *sdk.Client) error {
			return lastOf(sdk.SendEvents[string](ctx, client, sdk.NewRequest("GET", "/x")))
		}},
		{name: "between lines", talk: until("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n1\n2"), call: func(ctx context.Context, client *sdk.Client) error {
			return lastOf(sdk.SendLines[int](ctx, client, sdk.NewRequest("GET", "/x")))
		}},
		{name: "in the first page", talk: until(chunked + "5\r\n{\"a\":\r\n"), call: list, within: true},
		{name: "in the second page", talk: twice(page), call: list, within: true},
		{name: "before a token", talk: silent, within: true, opts: []sdk.Option{sdk.WithClientCredentials("id", "secret")}, call: func(ctx context.Context, client *sdk.Client) error {
			return getRow(ctx, client)
		}},
	}
}

// redirected sends a client elsewhere, and says nothing there.
func redirected(c net.Conn) {
	firstSaying(c, "HTTP/1.1 302 Found\r\nLocation: /y\r\nContent-Length: 0\r\n\r\n")
}

// twice gives a page, and then no other one.
func twice(page string) func(net.Conn) {
	return func(c net.Conn) {
		firstSaying(c, fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(page), page))
	}
}

// firstSaying answers requests for /x, and no others.
func firstSaying(c net.Conn, answer string) {
	for r := bufio.NewReader(c); ; {
		req, err := http.ReadRequest(r)
		if err != nil {
			return // it hung up
		}
		if req.RequestURI != "/x" {
			_, _ = io.Copy(io.Discard, r)
			return
		}
		_, _ = io.WriteString(c, answer) // if that fails, so does the next request
	}
}

// eventsCut breaks off, and asks for a minute's patience.
func eventsCut(c net.Conn) {
	if _, err := http.ReadRequest(bufio.NewReader(c)); err == nil {
		_, _ = io.WriteString(c, strings.Replace(eventHead, "\r\n\r\n", "\r\nContent-Length: 999\r\n\r\n", 1)+"retry: 60000\nid: 1\ndata: a\n\n")
	}
}

// A call that hangs ends when its context does: the bubble's clock has not moved by then.
func tryCancelled(t *testing.T) (vectors int) {
	for _, s := range stages() {
		for _, how := range []string{"cancelled", "cancelled with a cause", "deadline"} {
			if s.waits && how == "deadline" {
				continue
			}
			s.try(t, func(t *testing.T, client *sdk.Client) {
				ctx, cancel := context.WithCancelCause(t.Context())
				want := context.Canceled
				if how == "deadline" {
					var stop func()
					ctx, stop = context.WithTimeout(ctx, 3*time.Second)
					defer stop()
					want = context.DeadlineExceeded
				}
				done := make(chan error)
				go func() { done <- s.call(ctx, client) }()
				synctest.Wait() // everybody hangs
				begun, limit := time.Now(), time.Duration(0)
				switch how {
				case "cancelled":
					cancel(nil)
				case "cancelled with a cause":
					cancel(errReset)
				default:
					limit = 3 * time.Second
				}
				err := <-done
				if took := time.Since(begun); !errors.Is(err, want) || took > limit || strings.Contains(err.Error(), "secret") {
					t.Errorf("%s, %s: %v after %v, want %v at once", s.name, how, err, took, want)
				}
				cancel(nil)
			})
			vectors++
		}
	}
	return vectors + tryCancelledBefore(t)
}

// Nothing is sent for a context that has ended.
func tryCancelledBefore(t *testing.T) (vectors int) {
	for _, s := range stages() {
		synctest.Test(t, func(t *testing.T) {
			m := newMemory() // nobody accepts: whoever dials hangs
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if err := s.call(ctx, m.client(s.opts...)); !errors.Is(err, context.Canceled) || m.sent.Load() != 0 {
				t.Errorf("%s: %v after %d requests, want none", s.name, err, m.sent.Load())
			}
			vectors++
			ctx, cancel = context.WithCancel(t.Context())
			done := make(chan error)
			go func() { done <- s.call(ctx, m.client(s.opts...)) }()
			synctest.Wait()
			begun := time.Now()
			cancel()
			if err := <-done; !errors.Is(err, context.Canceled) || time.Since(begun) != 0 {
				t.Errorf("%s, dialling: %v after %v", s.name, err, time.Since(begun))
			}
			vectors++
			_ = m.Close() // net/http dials on, for others to come
		})
	}
	return vectors
}

// try runs a test with a server that hangs at the stage.
func (s stage) try(t *testing.T, test func(t *testing.T, client *sdk.Client), opts ...sdk.Option) {
	opts = append(opts, s.opts...)
	if s.base != "" {
		opts = append(opts, sdk.WithBaseURL(s.base))
	}
	raw(t, s.talk, func(t *testing.T, client *sdk.Client, m *memory) {
		overTLS(m)
		test(t, client)
	}, opts...)
}

// An attempt ends after a second, and the call after forty. The limit of an attempt is not for what streams.
func tryTimeouts(t *testing.T) (vectors int) {
	for _, s := range stages() {
		for retries := range 3 {
			if !s.within && retries != 2 {
				continue
			}
			s.try(t, func(t *testing.T, client *sdk.Client) {
				begun := time.Now()
				ctx, cancel := context.WithTimeout(t.Context(), 40*time.Second)
				defer cancel()
				err := s.call(ctx, client)
				least, most, want := 40*time.Second, 40*time.Second, context.DeadlineExceeded
				switch {
				case s.waits: // it would wait longer than the call may take
					least, most, want = 0, 0, sdk.ErrServer
				case s.within:
					least = time.Duration(retries+1) * time.Second
					most = least + time.Duration(retries*retries)*time.Second
				}
				if took := time.Since(begun); !errors.Is(err, want) || took < least || took > most {
					t.Errorf("%s, %d retries: %v after %v, want %v to %v", s.name, retries, err, took, least, most)
				}
			}, sdk.WithTimeout(time.Second), sdk.WithMaxRetries(retries))
			vectors++
		}
	}
	return vectors
}
