package sdk

import (
	"context"
	"errors"
	"iter"
	"net/http"
	"reflect"
	"strconv"
	"strings"
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

// after is the request for what follows the event with an id. An id that no header can carry is not asked for.
func (r *Request) after(id string) *Request {
	if id == "" || checkHeader("Last-Event-ID", id) != nil {
		return r
	}
	own := r.clone()
	own.header = add(r.header, pair{"Last-Event-ID", id})
	return own
}
