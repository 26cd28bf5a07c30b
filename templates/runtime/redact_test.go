package sdk

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"
)

type somebody struct {
	SID    string
	Name   string           `pii:"true"`
	Phone  *string          `pii:"true"`
	Age    *int             `pii:"true"`
	Tags   map[string]any   `pii:"true"`
	Maybe  Nullable[string] `pii:"true"`
	Height *int
	Born   time.Time
	Friend *somebody
	Others []somebody
	ByName map[string]*somebody
	Kin    Nullable[*somebody]
	Choice choice
}

func (p somebody) String() string       { return Redact(p) }
func (p somebody) GoString() string     { return Redact(p) }
func (p somebody) LogValue() slog.Value { return slog.StringValue(Redact(p)) }

type choice struct{ v any }

func (c choice) Variant() any { return c.v }

// A family has no personal data of its own.
type family struct {
	Title string
	All   []*somebody
}

func (f family) LogValue() slog.Value { return slog.StringValue(Redact(f)) }

func private(sid string) *somebody {
	return &somebody{SID: sid, Name: "s3cr3t", Phone: Ptr("s3cr3t"), Age: Ptr(31337), Tags: map[string]any{"k": "s3cr3t"}, Maybe: Value("s3cr3t")}
}

func TestRedact(t *testing.T) {
	const (
		shown = "{SID:%s Name:[redacted] Phone:[redacted] Age:[redacted] Tags:[redacted] Maybe:[redacted] Height:%s Born:0001-01-01 00:00:00 +0000 UTC " +
			"Friend:%s Others:%s ByName:%s Kin:%s Choice:%s}"
		none = "<nil>"
	)
	leaf := fmt.Sprintf(shown, "B", none, none, "[]", "map[]", none, none)
	whole := private("A")
	whole.Height, whole.Friend, whole.Others = Ptr(180), private("B"), []somebody{*private("B")}
	whole.ByName, whole.Kin, whole.Choice = map[string]*somebody{"y": private("B"), "x": nil}, Value(private("B")), choice{private("B")}
	want := fmt.Sprintf(shown, "A", "180", leaf, "["+leaf+"]", "map[x:<nil> y:"+leaf+"]", leaf, leaf)
	for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
		check(t, format, fmt.Sprintf(format, whole), want)
		check(t, format, fmt.Sprintf(format, *whole), want)
	}
	check(t, "family", Redact(family{"F", []*somebody{private("B"), nil}}), "{Title:F All:["+leaf+" <nil>]}")
	check(t, "nothing", Redact((*somebody)(nil)), none)
}

func TestRedactInLogs(t *testing.T) {
	var log bytes.Buffer
	for _, handler := range []slog.Handler{slog.NewTextHandler(&log, nil), slog.NewJSONHandler(&log, nil)} {
		slog.New(handler).Info("x", "person", private("A"), "value", *private("A"), "family", family{"F", []*somebody{private("A")}})
	}
	if text := log.String(); strings.Contains(text, "s3cr3t") || strings.Contains(text, "31337") || strings.Count(text, "SID:A") != 6 {
		t.Error(text)
	}
}

// A value that contains itself ends.
func TestRedactCycle(t *testing.T) {
	p := private("A")
	p.Friend = p
	if text := Redact(p); strings.Contains(text, "s3cr3t") || !strings.Contains(text, "…") {
		t.Error(text)
	}
}
