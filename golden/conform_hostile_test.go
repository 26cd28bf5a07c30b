package golden

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

// A hostileServer answers each request with bytes, and then, if there are any, for ever with those of more.
type hostileServer struct {
	name   string
	answer string
	more   string
	call   string // "row", "text", "empty", "events", "lines", "stream"
	want   string // in the error; "" for none
	most   int    // MiB that may be read; 0: one
}

const okHead = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

// zipped is a gzip of so many MiB of zeros.
func zipped(mebibytes int) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	for range mebibytes {
		_, _ = w.Write(make([]byte, 1<<20)) // a buffer takes all
	}
	_ = w.Close()
	return b.String()
}

func hostileServers() []hostileServer {
	fill := strings.Repeat("x", 1<<16)
	chunk := fmt.Sprintf("%x\r\n%s\r\n", len(fill), fill)
	chunkHead := okHead + "Transfer-Encoding: chunked\r\n\r\n"
	eventHead := "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
	bomb := zipped(70)
	return []hostileServer{
		{"endless body", okHead + "\r\n\"", fill, "row", "larger than 64 MiB", 66},
		{"endless chunks", chunkHead, chunk, "text", "larger than 64 MiB", 66},
		{"endless body, nothing wanted", okHead + "\r\n", fill, "empty", "larger than 64 MiB", 66},
		{"endless body of an error", "HTTP/1.1 404 No\r\n\r\n", fill, "row", "404 No", 3},
		{"endless body of an error, for a stream", "HTTP/1.1 500 No\r\n\r\n", fill, "stream", "500 No", 3},
		{"1 GB announced", okHead + "Content-Length: 1000000000\r\n\r\n", fill, "row", "larger than 64 MiB", 66},
		{"1 GB announced, nothing sent", okHead + "Content-Length: 1000000000\r\n\r\n{}", "", "row", "EOF", 0},
		{"exabytes announced", okHead + "Content-Length: 9223372036854775807\r\n\r\n{}", "", "row", "EOF", 0},
		{"size beyond any", okHead + "Content-Length: 92233720368547758070\r\n\r\n{}", "", "row", "Content-Length", 0},
		{"negative size", okHead + "Content-Length: -1\r\n\r\n{}", "", "row", "Content-Length", 0},
		{"two sizes", okHead + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "", "row", "Content-Length", 0},
		{"size too small", okHead + "Content-Length: 5\r\n\r\n{\"id\":\"1\"}", "", "row", "does not decode", 0},
		{"size too large", okHead + "Content-Length: 99\r\n\r\n{\"id\":\"1\"}", "", "row", "EOF", 0},
		{"chunks cut off", chunkHead + "a\r\n{\"id\"", "", "row", "EOF", 0},
		{"chunk of a bad size", chunkHead + "zz\r\n{}\r\n", "", "row", "chunk", 0},
		{"chunk of a huge size", chunkHead + "ffffffffffffffff\r\n{}", "", "row", "", -1},
		{"endless extension of a chunk", chunkHead + "2;", fill, "row", "", -1},
		{"endless trailer", chunkHead + "2\r\n{}\r\n0\r\n", "X-A: " + fill + "\r\n", "row", "", -1},
		{"gzip bomb", okHead + fmt.Sprintf("Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s", len(bomb), bomb), "", "row", "larger than 64 MiB", 0},
		{"gzip bomb of an error", "HTTP/1.1 404 No\r\n" + fmt.Sprintf("Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s", len(bomb), bomb), "", "row", "404 No", 0},
		{"gzip cut off", okHead + fmt.Sprintf("Content-Encoding: gzip\r\nContent-Length: 90\r\n\r\n%s", bomb[:90]), "", "row", "EOF", 0},
		{"no gzip", okHead + "Content-Encoding: gzip\r\nContent-Length: 20\r\n\r\n{\"id\":\"not zipped\"}\n", "", "row", "gzip", 0},
		{"endless headers", "HTTP/1.1 200 OK\r\n", "X-A: " + fill + "\r\n", "row", "header", 12},
		{"endless header", "HTTP/1.1 200 OK\r\nX-A: ", fill, "row", "header", 12},
		{"endless status line", "HTTP/1.1 200 ", fill, "row", "header", 12},
		{"endless 1xx", "", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", "row", "headers exceeded", 12},
		{"no HTTP", "SSH-2.0-OpenSSH_9.6\r\n", "", "row", "malformed", 0},
		{"nothing", "", "", "row", "EOF", 0},
		{"status 000", "HTTP/1.1 000 No\r\n\r\n", "", "row", "0", 0},
		{"status 999", "HTTP/1.1 999 No\r\nContent-Length: 0\r\n\r\n", "", "row", "999 No", 0},
		{"101 nobody asked for", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n", "", "row", "101", 0},
		{"204 with a body", "HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\n{}", "", "empty", "", 0},
		{"204 with a body, for a value", "HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\n{}", "", "row", "has no body", 0},
		{"304 with a body", "HTTP/1.1 304 No\r\nContent-Length: 2\r\n\r\n{}", "", "row", "304", 0},
		{"header without a colon", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n", "", "row", "malformed", 0},
		{"CR in a header", okHead + "X-A: a\rX-B: b\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}", "", "row", "", -1},
		{"NUL in a header", okHead + "X-A: a\x00b\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}", "", "row", "", -1},
		{"cookies without end", okHead + strings.Repeat("Set-Cookie: a=b\r\n", 1000) + "Content-Length: 10\r\n\r\n{\"id\":\"1\"}", "", "row", "", 0},
		{"terminal codes in the status", "HTTP/1.1 500 \x1b[2J\x07\r\nContent-Length: 0\r\n\r\n", "", "row", "500", 0},
		{"terminal codes in an error", "HTTP/1.1 400 No\r\nContent-Length: 13\r\n\r\n\x1b[2J\x9b31m\r\nhi\x00", "", "row", "400 No", 0},
		{"invalid UTF-8", okHead + "Content-Length: 11\r\n\r\n{\"id\":\"\xff\"}\n", "", "row", "", 0},
		{"event without an end", eventHead + "data: ", fill, "events", "64 MiB", 66},
		{"event of lines without an end", eventHead, "data: " + fill + "\n", "events", "64 MiB", 66},
		{"event of empty lines without an end", eventHead, strings.Repeat("data\n", 1<<12), "events", "64 MiB", 18},
		{"comments for ever, then cut", eventHead + strings.Repeat(": ping\n", 1<<16), "", "events", "", 0},
		{"line without an end", okHead + "\r\n", fill, "lines", "64 MiB", 66},
		{"blank lines, then cut", okHead + "\r\n" + strings.Repeat("\n", 1<<16), "", "lines", "", 0},
	}
}

func (s *hostileServer) talk(sent *int) func(net.Conn) {
	return func(c net.Conn) {
		if _, err := http.ReadRequest(bufio.NewReader(c)); err != nil {
			return // the client hung up
		}
		text := s.answer
		for {
			n, err := io.WriteString(c, text)
			if *sent += n; err != nil || s.more == "" {
				return // the client has had enough
			}
			text = s.more
		}
	}
}

// send makes the call that the server is hostile to.
func (s *hostileServer) send(ctx context.Context, client *sdk.Client) (err error) {
	req := sdk.NewRequest("GET", "/x")
	switch s.call {
	case "row":
		_, err = sdk.Send[row](ctx, client, req)
	case "text":
		_, err = sdk.SendText(ctx, client, req)
	case "empty":
		err = sdk.SendEmpty(ctx, client, req)
	case "stream":
		_, err = sdk.SendStream(ctx, client, req)
	case "events":
		err = lastOf(sdk.SendEvents[string](ctx, client, req))
	case "lines":
		err = lastOf(sdk.SendLines[row](ctx, client, req))
	}
	return err
}

// What a server sends beyond the limits is not read: it counts what it could send.
func tryHostile(t *testing.T) (vectors int) {
	for _, s := range hostileServers() {
		sent := 0
		raw(t, s.talk(&sent), func(t *testing.T, client *sdk.Client, _ *memory) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
			defer cancel()
			err := s.send(ctx, client)
			if s.most < 0 { // whatever net/http makes of it
				s.most = 12
			} else if (err != nil) != (s.want != "") || err != nil && !strings.Contains(err.Error(), s.want) {
				t.Errorf("%s: %.300v, want %q", s.name, err, s.want)
			}
			if err != nil && strings.ContainsAny(err.Error(), "\x1b\x07\x00\n\r\u009b") {
				t.Errorf("%s: %q could steer a terminal", s.name, err)
			}
			if most := max(s.most, 1) << 20; sent > most {
				t.Errorf("%s: %d bytes were read, want at most %d", s.name, sent, most)
			}
		}, sdk.WithMaxRetries(0))
		vectors++
	}
	return vectors
}

// A hostile redirect leads nowhere that a call may go.
func tryHostileRedirects(t *testing.T) (vectors int) {
	for _, to := range append([]string{"/x", "/a", "?", "https://api.test/", "//evil.test/"}, foreignURLs...) {
		if strings.Contains(to, "\x7f") {
			continue // no header can carry it
		}
		for _, method := range []string{"GET", "POST"} {
			for _, status := range []int{301, 302, 303, 307, 308} {
				asked, leaked := 0, ""
				talk := func(c net.Conn) {
					for r := bufio.NewReader(c); ; {
						req, err := http.ReadRequest(r)
						if err != nil {
							return // the client has had enough
						}
						body, _ := io.ReadAll(req.Body)
						if asked++; req.Host != "api.test" && (req.Header.Get("Authorization") != "" || req.Header.Get("X-Key") != "" || len(body) > 0) {
							leaked = req.Host
						}
						_, _ = fmt.Fprintf(c, "HTTP/1.1 %d Go\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n", status, to)
					}
				}
				raw(t, talk, func(t *testing.T, client *sdk.Client, m *memory) {
					req := sdk.NewRequest(method, "/x")
					if method == "POST" {
						req.JSON(map[string]string{"a": "private"})
					}
					_, err := sdk.Send[row](t.Context(), client, req)
					if err == nil || asked > 10 || leaked != "" || strings.Contains(err.Error(), "secret") {
						t.Errorf("%s, %d to %s: %v after %d requests, leaked to %q", method, status, to, err, asked, leaked)
					}
				}, sdk.WithMaxRetries(0), sdk.WithBearer("secret"), sdk.WithHeader("X-Key", "secret"))
				vectors++
			}
		}
	}
	return vectors
}
