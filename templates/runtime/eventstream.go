package sdk

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"
)

// An eventReader reads text/event-stream and remembers where it stands.
type eventReader struct {
	id    string // of the last event that was dispatched, with data or without
	next  string // of the event that is being read
	wait  time.Duration
	count int
}

// all yields a stream's events. It is done when they ended as agreed or nobody wants more; otherwise err says why not.
func (r *eventReader) all(stream io.Reader, yield func(Event, error) bool) (done bool, err error) {
	lines := newLines(stream, eventLines())
	var event Event
	var data []string
	size := 0 // of data
	r.next = r.id
	for first := true; lines.Scan() && lines.Err() == nil; first = false { // with an error the line is cut off
		line := lines.Text()
		if first {
			line = strings.TrimPrefix(line, "\uFEFF")
		}
		if line != "" {
			before := len(data)
			if data = r.field(&event, data, line); len(data) > before {
				size += len(line) + 16 // a string costs, even an empty one
			}
			if size > bodyLimit {
				return false, errTooLong
			}
			continue
		}
		r.id = r.next
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
		event, data, size = Event{}, nil, 0
	}
	return false, limited(lines.Err())
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
		if !strings.Contains(text, "\x00") {
			r.next = text
		}
	case "retry":
		if ms, err := strconv.ParseUint(text, 10, 31); err == nil {
			r.wait = min(time.Duration(ms)*time.Millisecond, patience)
		}
	}
	return data
}

// eventLines ends lines at LF, CR LF or CR, and a CR at once: the LF that may follow is skipped when it comes.
func eventLines() bufio.SplitFunc {
	afterCR, seen := false, 0 // no byte is looked at twice, however long the line
	return func(data []byte, atEOF bool) (int, []byte, error) {
		skip := 0
		if afterCR && len(data) > 0 {
			afterCR = false
			if data[0] == '\n' {
				skip = 1
			}
		}
		from := max(skip, seen)
		i := bytes.IndexAny(data[from:], "\r\n")
		seen = 0
		switch {
		case i >= 0:
			afterCR = data[from+i] == '\r'
			return from + i + 1, data[skip : from+i], nil
		case atEOF && len(data) > skip:
			return len(data), data[skip:], nil
		}
		seen = len(data) - skip
		return skip, nil, nil
	}
}

var errTooLong = errors.New("a line or an event is larger than 64 MiB")

// limited says what a scanner's limit is.
func limited(err error) error {
	if errors.Is(err, bufio.ErrTooLong) {
		return errTooLong
	}
	return err
}

func newLines(r io.Reader, split bufio.SplitFunc) *bufio.Scanner {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 4<<10), bodyLimit)
	lines.Split(split)
	return lines
}
