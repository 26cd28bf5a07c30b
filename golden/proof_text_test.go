package golden

import (
	"encoding/base64"
	"errors"
	"fmt"
	"regexp/syntax"
	"strings"
	"time"
)

// text makes a string by format, by pattern, or one that encodings must not spoil.
func (m *maker) text(f *flat) (any, error) {
	if f.encoding == "base64" || f.format == "byte" {
		return base64.StdEncoding.EncodeToString([]byte(m.word())), nil
	}
	if f.pattern != "" {
		return m.matching(f)
	}
	text := m.formatted(f.format)
	if text != "" {
		return text, nil
	}
	text = m.word()
	if f.maxLength == nil && f.minLength == 0 && !m.tame && f.format == "" {
		text += []string{"", " b", "/ü%41&=+?#", "\"<\\\n☃", ";,|"}[m.rnd.IntN(5)]
	}
	for uint64(len(text)) < f.minLength && len(text) < 1<<16 {
		text += m.word()
	}
	if f.maxLength != nil && uint64(len(text)) > *f.maxLength {
		text = text[:max(*f.maxLength, f.minLength)]
	}
	return text, nil
}

// formatted makes a string of a format that Go may have a type for; "" for others.
func (m *maker) formatted(format string) string {
	at := time.Date(2026, time.Month(1+m.rnd.IntN(12)), 1+m.rnd.IntN(28), m.rnd.IntN(24), m.rnd.IntN(60), m.rnd.IntN(60), 0, time.UTC)
	switch format {
	case "date-time", "datetime", "timestamp":
		return at.Format(time.RFC3339)
	case "date":
		return at.Format(time.DateOnly)
	case "time":
		return at.Format("15:04:05Z")
	case "date-time-rfc-2822":
		return at.Format(time.RFC1123Z)
	case "duration":
		return "P1DT2H"
	case "uuid", "guid":
		return fmt.Sprintf("123e4567-e89b-42d3-a456-4266141740%02d", m.rnd.IntN(100))
	case "email", "idn-email":
		return m.word() + "@example.com"
	case "uri", "url", "iri", "uri-reference", "uri_template", "uri-template":
		return "https://example.com/" + m.word() + "?a=b%20c"
	case "hostname", "idn-hostname":
		return m.word() + ".example.com"
	case "ipv4", "ip":
		return fmt.Sprintf("192.0.2.%d", m.rnd.IntN(255))
	case "ipv6":
		return fmt.Sprintf("2001:db8::%x", 1+m.rnd.IntN(65000))
	case "decimal", "int32", "int64", "integer", "number", "float", "double", "currency", "money":
		return fmt.Sprint(m.rnd.IntN(100000))
	}
	return ""
}

// matching makes a string of a pattern that Go's regular expressions know, too.
func (m *maker) matching(f *flat) (any, error) {
	re, err := syntax.Parse(f.pattern, syntax.Perl)
	if err != nil {
		return nil, errors.New("its pattern is not one of Go's: " + f.pattern)
	}
	for more := range 60 {
		var b strings.Builder
		m.match(&b, re, more/4)
		n := uint64(len([]rune(b.String())))
		if n >= max(f.minLength, 1) && (f.maxLength == nil || n <= *f.maxLength) {
			return b.String(), nil
		}
	}
	return nil, errors.New("its pattern and its lengths do not agree: " + f.pattern)
}

func (m *maker) match(b *strings.Builder, re *syntax.Regexp, more int) {
	switch re.Op {
	case syntax.OpLiteral:
		b.WriteString(string(re.Rune))
	case syntax.OpCharClass:
		b.WriteRune(m.classRune(re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteByte(letters[m.rnd.IntN(len(letters))])
	case syntax.OpCapture, syntax.OpConcat:
		for _, sub := range re.Sub {
			m.match(b, sub, more)
		}
	case syntax.OpAlternate:
		m.match(b, re.Sub[m.rnd.IntN(len(re.Sub))], more)
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		for range m.times(re, more) {
			m.match(b, re.Sub[0], more)
		}
	}
}

func (m *maker) times(re *syntax.Regexp, more int) int {
	switch re.Op {
	case syntax.OpStar:
		return more
	case syntax.OpPlus:
		return 1 + more
	case syntax.OpQuest:
		return m.rnd.IntN(2)
	}
	n := re.Min + more
	if re.Max >= 0 {
		n = min(n, re.Max)
	}
	return min(n, re.Min+4096)
}

// classRune is a letter or a digit of the class, if there is one.
func (m *maker) classRune(ranges []rune) rune {
	for range 40 {
		r := rune("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[m.rnd.IntN(62)])
		for i := 0; i+1 < len(ranges); i += 2 {
			if ranges[i] <= r && r <= ranges[i+1] {
				return r
			}
		}
	}
	for i := 0; i+1 < len(ranges); i += 2 {
		if ranges[i+1] >= ' ' {
			return max(ranges[i], ' ')
		}
	}
	return 'x'
}
