package golden

import (
	"context"
	"crypto/tls"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A memory is a network within a synctest bubble: its clock stands still while anybody works, and whoever is left
// behind when the bubble ends fails the test.
type memory struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
	open   atomic.Int64 // bodies that were handed out and not closed
	sent   atomic.Int64 // requests that left
	pool   *http.Transport
}

func newMemory() *memory {
	m := &memory{conns: make(chan net.Conn), closed: make(chan struct{})}
	m.pool = &http.Transport{DialContext: m.dial}
	return m
}

// dial connects to whoever accepts.
func (m *memory) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	near, far := net.Pipe()
	select {
	case m.conns <- far:
		return near, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-m.closed:
		return nil, net.ErrClosed
	}
}

func (m *memory) Accept() (net.Conn, error) {
	select {
	case c := <-m.conns:
		return c, nil
	case <-m.closed:
		return nil, net.ErrClosed
	}
}

func (m *memory) Close() error {
	m.once.Do(func() { close(m.closed) })
	return nil
}

func (m *memory) Addr() net.Addr { return &net.UnixAddr{Name: "memory"} }

// RoundTrip counts requests and the bodies of their answers.
func (m *memory) RoundTrip(r *http.Request) (*http.Response, error) {
	m.sent.Add(1)
	resp, err := m.pool.RoundTrip(r)
	if err == nil {
		m.open.Add(1)
		resp.Body = &openBody{ReadCloser: resp.Body, open: &m.open}
	}
	return resp, err
}

// An openBody counts until it is closed.
type openBody struct {
	io.ReadCloser
	open   *atomic.Int64
	closed atomic.Bool
}

func (b *openBody) Close() error {
	if !b.closed.Swap(true) {
		b.open.Add(-1)
	}
	return b.ReadCloser.Close()
}

// inMemory runs try with a client of a server within a bubble. No body may be open at its end, and no goroutine left.
func inMemory(t *testing.T, handler http.HandlerFunc, try func(t *testing.T, client *sdk.Client, m *memory), opts ...sdk.Option) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		m := newMemory()
		server := &http.Server{Handler: handler, ErrorLog: log.New(io.Discard, "", 0)}
		done := make(chan struct{})
		go func() {
			defer close(done)
			_ = server.Serve(m) // until it is closed
		}()
		try(t, m.client(opts...), m)
		m.pool.CloseIdleConnections()
		_ = server.Close()
		<-done
		if n := m.open.Load(); n != 0 {
			t.Errorf("%d bodies are open", n)
		}
	})
}

func (m *memory) client(opts ...sdk.Option) *sdk.Client {
	all := append([]sdk.Option{sdk.WithTransport(m)}, opts...)
	return sdk.NewClient(sdk.Config{
		BaseURL: "http://api.test", UserAgent: "conformance/1",
		Schemes: []sdk.Scheme{{Name: "oauth", Kind: sdk.OAuth2, TokenURL: "/token"}},
	}, all...)
}

// raw runs try with a client whose every connection talk serves, byte by byte.
func raw(t *testing.T, talk func(c net.Conn), try func(t *testing.T, client *sdk.Client, m *memory), opts ...sdk.Option) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		m := newMemory()
		var talks sync.WaitGroup
		talks.Go(func() {
			for {
				c, err := m.Accept()
				if err != nil {
					return
				}
				talks.Go(func() {
					defer c.Close()
					talk(c)
				})
			}
		})
		try(t, m.client(opts...), m)
		m.pool.CloseIdleConnections()
		_ = m.Close()
		talks.Wait()
		if n := m.open.Load(); n != 0 {
			t.Errorf("%d bodies are open", n)
		}
	})
}

// overTLS makes the client speak TLS, to servers of any certificate.
func overTLS(m *memory) { m.pool.TLSClientConfig = &tls.Config{InsecureSkipVerify: true} }
