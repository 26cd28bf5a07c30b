package sdk

import (
	"fmt"
	"strings"
	"time"
)

// A Date is a day without a time: 2026-01-31. The zero Date is none.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the day of t, where t is.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{year, month, day}
}

// ParseDate reads 2026-01-31.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is no date like 2026-01-31", s)
	}
	return DateOf(t), nil
}

// Time is the day's first moment in loc.
func (d Date) Time(loc *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, loc)
}

// String is 2026-01-31.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day) }

// MarshalText writes 2026-01-31.
func (d Date) MarshalText() ([]byte, error) {
	if DateOf(d.Time(time.UTC)) != d || d.Year < 0 || d.Year > 9999 {
		return nil, fmt.Errorf("%s is no date", d)
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads a date, or the date of a time that a server sent instead; "" is none.
func (d *Date) UnmarshalText(b []byte) error {
	s := string(b)
	if s == "" {
		*d = Date{}
		return nil
	}
	if day, _, ok := strings.Cut(s, "T"); ok {
		s = day
	}
	date, err := ParseDate(s)
	if err != nil {
		t, errTime := parseTime(string(b))
		if errTime != nil {
			return err
		}
		date = DateOf(t)
	}
	*d = date
	return nil
}

// An RFC2822 is a time that travels as "Sat, 31 Jan 2026 10:00:00 +0000".
type RFC2822 struct{ time.Time }

// MarshalText writes the time as RFC 2822 has it.
func (t RFC2822) MarshalText() ([]byte, error) { return []byte(t.Format(time.RFC1123Z)), nil }

// MarshalJSON writes the time as RFC 2822 has it, in quotes.
func (t RFC2822) MarshalJSON() ([]byte, error) {
	return []byte(`"` + t.Format(time.RFC1123Z) + `"`), nil
}

// UnmarshalText reads a time in RFC 2822's form, or in another usual one; "" is the zero time.
func (t *RFC2822) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		t.Time = time.Time{}
		return nil
	}
	var err error
	t.Time, err = parseTime(string(b))
	return err
}

// UnmarshalJSON reads what UnmarshalText reads, in quotes; null changes nothing.
func (t *RFC2822) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		return nil
	}
	text, ok := unquote(b)
	if !ok {
		return fmt.Errorf("%s is no time", clip(b))
	}
	return t.UnmarshalText([]byte(text))
}

// parseTime reads the forms in which servers write times, whatever their document says.
func parseTime(s string) (time.Time, error) {
	for _, layout := range [...]string{
		time.RFC3339Nano, time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
		"2 Jan 2006 15:04:05 -0700", "2006-01-02T15:04:05.999999999", "2006-01-02 15:04:05.999999999Z07:00",
		"2006-01-02T15:04:05.999999999Z0700", "2006-01-02 15:04:05.999999999 -0700", "2006-01-02 15:04:05.999999999",
		"2006-01-02T15:04Z07:00", "2006-01-02T15:04", time.DateOnly, time.RFC850, time.ANSIC,
	} {
		t, err := time.ParseInLocation(layout, s, time.UTC)
		if err != nil {
			continue
		}
		name, offset := t.Zone()
		switch {
		case offset != 0:
			return t, nil
		case name == "" || name == "UTC" || name == "GMT":
			return t.UTC(), nil
		}
		break // an abbreviation of a zone, all of which time takes for UTC
	}
	return time.Time{}, fmt.Errorf("%q is no time", s)
}
