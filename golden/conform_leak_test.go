package golden

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A leakCall is a kind of call, and whether it may fail.
type leakCall struct {
	name  string
	call  func(ctx context.Context, client *sdk.Client) error
	fails bool
	opts  []sdk.Option
}

// leakServer has an answer for each kind of call.
func leakServer(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body) // what the client sends is not the matter here
	switch r.URL.Path {
	case "/list":
		_, _ = io.WriteString(w, `{"a":[{"id":"1"},{"id":"2"}],"n":"/list/2"}`)
	case "/list/2":
		_, _ = io.WriteString(w, `{"a":[{"id":"3"}]}`)
	case "/redirect":
		http.Redirect(w, r, "/row", http.StatusFound)
	case "/error":
		w.WriteHeader(http.StatusNotFound)
		_, _ = io.WriteString(w, `{"message":"no"}`)
	case "/proxy":
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusBadGateway)
		_, _ = io.WriteString(w, "<html>"+strings.Repeat("bad gateway ", 1000))
	case "/events":
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = io.WriteString(w, strings.Repeat("data: a\n\n", 100)) // a client may have enough before
	case "/lines":
		_, _ = io.WriteString(w, strings.Repeat("{}\n", 100))
	case "/cut":
		w.Header().Set("Content-Length", "100")
		_, _ = io.WriteString(w, "{")
	default:
		_, _ = io.WriteString(w, `{"id":"1"}`)
	}
}

func getting[T any](path string) func(context.Context, *sdk.Client) error {
	return func(ctx context.Context, client *sdk.Client) error {
		_, err := sdk.Send[T](ctx, client, sdk.NewRequest("GET", path))
		return err
	}
}

// breaking leaves a range after so many items.
func breaking[T any](after int, seq func(func(T, error) bool)) error {
	n := 0
	for _, err := range seq {
		if n++; err != nil || n == after {
			return err
		}
	}
	return nil
}

func leakCalls() []leakCall {
	list := func(ctx context.Context, client *sdk.Client) func(func(*row, error) bool) {
		return sdk.List[row](ctx, client, sdk.NewRequest("GET", "/list"), sdk.Paging{Items: "a", NextURL: "n"})
	}
	streaming := func(read int64) func(context.Context, *sdk.Client) error {
		return func(ctx context.Context, client *sdk.Client) error {
			s, err := sdk.SendStream(ctx, client, sdk.NewRequest("GET", "/lines"))
			if err != nil {
				return err
			}
			_, err = io.CopyN(io.Discard, s, read)
			return errors.Join(err, s.Close())
		}
	}
	return []leakCall{
		{name: "JSON", call: getting[row]("/row")},
		{name: "error", call: getting[row]("/error"), fails: true},
		{name: "HTML 502", call: getting[row]("/proxy"), fails: true},
		{name: "cut off", call: getting[row]("/cut"), fails: true},
		{name: "wrong type", call: getting[[]int]("/row"), fails: true},
		{name: "redirect", call: getting[row]("/redirect")},
		{name: "location", call: func(ctx context.Context, client *sdk.Client) error {
			_, err := sdk.SendLocation(ctx, client, sdk.NewRequest("GET", "/redirect"))
			return err
		}},
		{name: "text", call: func(ctx context.Context, client *sdk.Client) error {
			_, err := sdk.SendText(ctx, client, sdk.NewRequest("GET", "/row"))
			return err
		}},
		{name: "upload", call: func(ctx context.Context, client *sdk.Client) error {
			req := sdk.NewRequest("POST", "/row")
			req.Multipart(tagged(`form:"f"`, sdk.File{Name: "f", Reader: halfReader{strings.NewReader("content")}}))
			return sdk.SendEmpty(ctx, client, req)
		}},
		{name: "stream, not read", call: streaming(0)}, {name: "stream, partly", call: streaming(100)}, {name: "stream, whole", call: streaming(300)},
		{name: "stream of an error", call: func(ctx context.Context, client *sdk.Client) error {
			_, err := sdk.SendStream(ctx, client, sdk.NewRequest("GET", "/error"))
			return err
		}, fails: true},
		{name: "events, left", call: func(ctx context.Context, client *sdk.Client) error {
			return breaking(3, sdk.SendEvents[string](ctx, client, sdk.NewRequest("GET", "/events")))
		}},
		{name: "events, whole", call: func(ctx context.Context, client *sdk.Client) error {
			return breaking(0, sdk.SendEvents[string](ctx, client, sdk.NewRequest("GET", "/events")))
		}},
		{name: "events that are HTML", call: func(ctx context.Context, client *sdk.Client) error {
			return breaking(0, sdk.SendEvents[string](ctx, client, sdk.NewRequest("GET", "/row")))
		}, fails: true, opts: []sdk.Option{sdk.WithMiddleware(html)}},
		{name: "lines, left", call: func(ctx context.Context, client *sdk.Client) error {
			return breaking(3, sdk.SendLines[row](ctx, client, sdk.NewRequest("GET", "/lines")))
		}},
		{name: "lines that do not decode", call: func(ctx context.Context, client *sdk.Client) error {
			return breaking(0, sdk.SendLines[int](ctx, client, sdk.NewRequest("GET", "/lines")))
		}, fails: true},
		{name: "list, whole", call: func(ctx context.Context, client *sdk.Client) error { return breaking(0, list(ctx, client)) }},
		{name: "list, left", call: func(ctx context.Context, client *sdk.Client) error { return breaking(1, list(ctx, client)) }},
		{name: "list, left on the second page", call: func(ctx context.Context, client *sdk.Client) error { return breaking(3, list(ctx, client)) }},
		{name: "cancelled before", call: func(ctx context.Context, client *sdk.Client) error {
			ctx, cancel := context.WithCancel(ctx)
			cancel()
			return getting[row]("/row")(ctx, client)
		}, fails: true},
		{name: "cancelled meanwhile", call: func(ctx context.Context, client *sdk.Client) error {
			ctx, cancel := context.WithCancel(ctx)
			defer cancel()
			return getting[row]("/row")(context.WithValue(ctx, cancelKey{}, cancel), client)
		}, fails: true, opts: []sdk.Option{sdk.WithMiddleware(cancelling)}},
	}
}

type cancelKey struct{}

// cancelling ends the context of a call as soon as its answer begins.
func cancelling(next sdk.Handler) sdk.Handler {
	return func(r *http.Request) (*http.Response, error) {
		resp, err := next(r)
		if cancel, ok := r.Context().Value(cancelKey{}).(context.CancelFunc); ok {
			cancel()
		}
		if err == nil {
			err = resp.Body.Close()
		}
		return nil, errors.Join(err, r.Context().Err())
	}
}

// html claims that an answer is a page.
func html(next sdk.Handler) sdk.Handler {
	return func(r *http.Request) (*http.Response, error) {
		resp, err := next(r)
		if err == nil {
			resp.Header.Set("Content-Type", "text/html")
		}
		return resp, err
	}
}

// What is left behind keeps the bubble from ending, which fails the test; open bodies are counted after each kind.
func tryLeaks(t *testing.T) (vectors int) {
	for _, kind := range leakCalls() {
		inMemory(t, leakServer, func(t *testing.T, client *sdk.Client, m *memory) {
			for i := range 1000 {
				if err := kind.call(t.Context(), client); (err != nil) != kind.fails {
					t.Fatalf("%s, call %d: %v", kind.name, i, err)
				}
				vectors++
			}
			if n := m.open.Load(); n != 0 {
				t.Errorf("%s: %d bodies are open", kind.name, n)
			}
		}, append(kind.opts, sdk.WithMaxRetries(0))...)
	}
	return vectors
}

// One client, one request and one list serve many goroutines at once; each gets its own answer.
func tryConcurrent(t *testing.T) (vectors int) {
	const goroutines, rounds = 64, 8
	echo := func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get("X-ID") + r.URL.Query().Get("id")
		if r.URL.Path == "/list" {
			_, _ = io.WriteString(w, `{"a":[{"id":"`+id+`"}]}`)
			return
		}
		_, _ = io.WriteString(w, `{"id":"`+id+`"}`)
	}
	inMemory(t, echo, func(t *testing.T, client *sdk.Client, _ *memory) {
		shared := sdk.NewRequest("GET", "/row", sdk.WithHeader("X-ID", "shared"))
		seq := sdk.List[row](t.Context(), client, sdk.NewRequest("GET", "/list", sdk.WithHeader("X-ID", "list")), sdk.Paging{Items: "a"})
		var group sync.WaitGroup
		for i := range goroutines {
			group.Go(func() {
				own := strings.Repeat("x", i)
				for range rounds {
					var resp sdk.Response
					req := sdk.NewRequest("POST", "/row", sdk.WithHeader("X-ID", own), sdk.WithQuery("id", "q"), sdk.WithResponse(&resp), sdk.WithRetryUnsafe())
					req.JSON(map[string]string{"a": own})
					if v, err := sdk.Send[row](t.Context(), client, req); err != nil || v.ID != own+"q" || resp.Attempts != 1 {
						t.Errorf("%v, %v, want %sq", v, err, own)
					}
					if v, err := sdk.Send[row](t.Context(), client, shared); err != nil || v.ID != "shared" {
						t.Errorf("%v, %v, want shared", v, err)
					}
					if got, err := idsOf(seq, -1); err != nil || got != "list" {
						t.Errorf("%s, %v, want list", got, err)
					}
				}
			})
		}
		group.Wait()
		vectors = goroutines * rounds * 3
	}, sdk.WithHeader("X-Client", "1"), sdk.WithQuery("c", "1"), sdk.WithMiddleware(func(next sdk.Handler) sdk.Handler { return next }))
	return vectors
}
