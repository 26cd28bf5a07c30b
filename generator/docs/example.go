package docs

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// An Example is a value that the document shows.
type Example struct {
	Title Spans
	Lang  string
	Text  string
}

// Bounds of what a page shows of a document's examples; what is left out is said.
const (
	maxExamples     = 2
	maxExampleLines = 80
	maxExampleWidth = 2000
)

// examples are the first examples of a content.
func (l *leaf) examples(what string, c *model.Content) []Example {
	if c == nil {
		return nil
	}
	var all []Example
	for i, e := range c.Examples {
		if len(all) == maxExamples {
			last := &all[len(all)-1]
			last.Title = join(" ", last.Title, plain(fmt.Sprintf("(the document has %d more)", len(c.Examples)-i)))
			break
		}
		if e.Valid {
			all = append(all, l.example(what, e, len(c.Examples) > 1))
		}
	}
	return all
}

// requests are the first examples of a method's body: of a form, as its fields.
func (l *leaf) requests(m *sdk.Method, c *model.Content) []Example {
	all := l.examples("Request", c)
	if m.BodyKind != sdk.FormBody && m.BodyKind != sdk.MultipartBody {
		return all
	}
	i := 0
	for _, e := range c.Examples {
		if !e.Valid || i == len(all) {
			continue
		}
		if text, ok := formLines(e.JSON); ok {
			all[i].Lang, all[i].Text = "text", text
		}
		i++
	}
	return all
}

func (l *leaf) example(what string, e *model.Example, several bool) Example {
	title := plain(what)
	if several && e.Name != "" {
		title = join(" ", title, code(e.Name))
	}
	text, cut := indentJSON(e.JSON)
	lang := "json"
	if cut > 0 {
		lang = "text"
		title = join(", ", title, plain(fmt.Sprintf("without its last %d lines", cut)))
	}
	return Example{Title: join(": ", title, l.prose(e.Doc).flat()), Lang: lang, Text: text}
}

// indentJSON spreads compact JSON over lines and tells how many it cut off.
func indentJSON(compact string) (text string, cut int) {
	var b bytes.Buffer
	if json.Indent(&b, []byte(compact), "", "  ") != nil {
		b.Reset()
		b.WriteString(compact)
	}
	lines := strings.Split(cleanJSON(b.String()), "\n")
	if len(lines) > maxExampleLines {
		cut = len(lines) - maxExampleLines
		lines = lines[:maxExampleLines]
	}
	for i, line := range lines {
		if len(line) > maxExampleWidth {
			lines[i] = strings.ToValidUTF8(line[:maxExampleWidth], "") + " …"
		}
	}
	return strings.Join(lines, "\n"), cut
}
