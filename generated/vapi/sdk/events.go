package sdk

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// An Event is a server-sent event as it came.
type Event struct {
	ID   string
	Name string // "message" if the server gave none
	Data string
}

const (
	eventType = "text/event-stream"
	lineType  = "application/x-ndjson"
)

// SendEvents makes a call for each range over the result and yields the data of its events: decoded from JSON, or as
// it is if T is a string or [Event]. A GET that breaks off is taken up again after the last event that had an id. The
// data "[DONE]" ends it.
func SendEvents[T any](ctx context.Context, c *Client, req *Request) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for event, err := range c.events(ctx, req) {
			v, err := decodeEvent[T](event, err)
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}

func decodeEvent[T any](event Event, err error) (T, error) {
	var v T
	if err != nil {
		return v, err
	}
	return v, event.decode(&v)
}

func (e Event) decode(p any) error {
	switch v := p.(type) {
	case *Event:
		*v = e
		return nil
	case *string:
		*v = e.Data
		return nil
	}
	if reflect.TypeOf(p).Elem().Kind() == reflect.String && !strings.HasPrefix(e.Data, `"`) {
		reflect.ValueOf(p).Elem().SetString(e.Data)
		return nil
	}
	if err := decode([]byte(e.Data), p); err != nil {
		return errors.New("event " + strconv.Quote(e.Name) + " does not decode: " + err.Error() + ": " + clip([]byte(e.Data)))
	}
	return nil
}

// events yields raw events and the one error that ends them.
func (c *Client) events(ctx context.Context, req *Request) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		reader := &eventReader{wait: firstWait}
		for broken := 0; ; broken++ {
			stream, err := c.stream(ctx, req.after(reader.id), eventType)
			if err != nil {
				yield(Event{}, err)
				return
			}
			seen := reader.count
			done, err := reader.all(stream, yield)
			_ = stream.Close() // what it would say, reading has said
			if done || err == nil {
				return
			}
			if reader.count > seen {
				broken = 0
			}
			if ctx.Err() != nil || reader.id == "" || req.method != http.MethodGet || broken >= c.settings.with(req.opts).retries {
				yield(Event{}, err)
				return
			}
			if err := sleep(ctx, reader.wait); err != nil {
				yield(Event{}, err)
				return
			}
		}
	}
}

// after is the request for what follows the event with an id.
func (r *Request) after(id string) *Request {
	if id == "" {
		return r
	}
	own := r.clone()
	own.header = add(r.header, pair{"Last-Event-ID", id})
	return own
}

// An eventReader reads text/event-stream and remembers where it stands.
type eventReader struct {
	id    string
	wait  time.Duration
	count int
}

// all yields a stream's events. It is done when they ended as agreed or nobody wants more; otherwise err says why not.
func (r *eventReader) all(stream io.Reader, yield func(Event, error) bool) (done bool, err error) {
	lines := newLines(stream, splitEventLine)
	var event Event
	var data []string
	for lines.Scan() {
		line := lines.Text()
		if r.count == 0 {
			line = strings.TrimPrefix(line, "\uFEFF")
		}
		if line != "" {
			data = r.field(&event, data, line)
			continue
		}
		if data != nil {
			event.ID, event.Data = r.id, strings.Join(data, "\n")
			if event.Name == "" {
				event.Name = "message"
			}
			r.count++
			if event.Data == "[DONE]" || !yield(event, nil) {
				return true, nil
			}
		}
		event, data = Event{}, nil
	}
	return false, lines.Err()
}

func (r *eventReader) field(event *Event, data []string, line string) []string {
	name, text, _ := strings.Cut(line, ":")
	text = strings.TrimPrefix(text, " ")
	switch name {
	case "data":
		return append(data, text)
	case "event":
		event.Name = text
	case "id":
		if checkHeader("Last-Event-ID", text) == nil {
			r.id = text
		}
	case "retry":
		if ms, err := strconv.ParseUint(text, 10, 31); err == nil {
			r.wait = min(time.Duration(ms)*time.Millisecond, patience)
		}
	}
	return data
}

// splitEventLine ends lines at LF, CR LF or CR.
func splitEventLine(data []byte, atEOF bool) (int, []byte, error) {
	i := bytes.IndexAny(data, "\r\n")
	switch {
	case i < 0 && atEOF && len(data) > 0:
		return len(data), data, nil
	case i < 0:
		return 0, nil, nil
	case data[i] == '\n':
		return i + 1, data[:i], nil
	case i+1 < len(data) && data[i+1] == '\n':
		return i + 2, data[:i], nil
	case i+1 < len(data) || atEOF:
		return i + 1, data[:i], nil
	}
	return 0, nil, nil // a CR at the end: the next byte may belong to it
}

func newLines(r io.Reader, split bufio.SplitFunc) *bufio.Scanner {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 4<<10), bodyLimit)
	lines.Split(split)
	return lines
}
