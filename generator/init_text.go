package generator

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// text is the config. Words of the document stand in quotes or, in comments, on one line.
func (g *guess) text() []byte {
	var b bytes.Buffer
	doc := g.pkg.Spec
	fmt.Fprintf(&b, "# What becomes of %s: %s, with %d operations. Made by sdkc init, which guessed\n", oneLine(filepath.Base(g.Document)), oneLine(string(doc.Title)), len(doc.Operations()))
	b.WriteString("# what the document does not say; correct what is wrong. Then: sdkc generate.\nversion: 1\nsdks:\n")
	fmt.Fprintf(&b, "  - name: %s\n    specs:\n      - %s\n", g.Name, strconv.Quote(g.below()))
	b.WriteString("      # A document that is published under a URL: sdkc pull fetches and pins it.\n")
	b.WriteString("      # - {file: specs/other.yaml, url: https://example.com/openapi.yaml}\n")
	fmt.Fprintf(&b, "    out: %s\n", strconv.Quote(g.Out))
	if g.module != "" {
		fmt.Fprintf(&b, "    # No go.mod stands above the output, so it gets one; name the module as you import it.\n    module: %s\n", g.module)
	}
	if g.lenient {
		b.WriteString("    # Some $refs of the document lead nowhere (sdkc lint names them); this makes warnings of them.\n    lenient: true\n")
	}
	for _, part := range []func() []string{g.clientParams, g.credentials, g.servers, g.paging, g.webhooks, g.names} {
		for _, line := range part() {
			fmt.Fprintf(&b, "    %s\n", line)
		}
	}
	return b.Bytes()
}

// clientParams are path params that most paths begin with: they are rather a setting than an argument.
func (g *guess) clientParams() []string {
	operations := g.pkg.Spec.Operations()
	counts := map[string]int{}
	var order []string
	for _, op := range operations {
		_, rest, ok := strings.Cut(op.Template(), "{")
		name, _, closed := strings.Cut(rest, "}")
		if ok && closed {
			if counts[name] == 0 {
				order = append(order, name)
			}
			counts[name]++
		}
	}
	for _, name := range order {
		n, setting := counts[name], "clientParams: ["+strconv.Quote(name)+"]"
		switch {
		case n >= 5 && n*10 >= len(operations)*9:
			return []string{fmt.Sprintf("# %d of %d operations begin with {%s}: it is set once, with an option of New, and is no argument.", n, len(operations), oneLine(name)), setting}
		case n >= 5 && n*10 >= len(operations)*6:
			return []string{fmt.Sprintf("# %d of %d operations begin with {%s}. To set it once, on the client, in place of an argument:", n, len(operations), oneLine(name)), "# " + setting}
		}
	}
	return nil
}

// credentials names environment variables for the schemes that the runtime can fill from them.
func (g *guess) credentials() []string {
	prefix := strings.ToUpper(g.Name)
	var lines []string
	token := 0
	for _, s := range g.pkg.Client.Schemes {
		switch s.Kind {
		case sdk.Basic:
			lines = append(lines, "  username: "+prefix+"_USERNAME", "  password: "+prefix+"_PASSWORD")
		case sdk.OAuth2:
			if s.TokenURL != "" {
				lines = append(lines, "  clientId: "+prefix+"_CLIENT_ID", "  clientSecret: "+prefix+"_CLIENT_SECRET")
				continue
			}
			token++
		case sdk.MutualTLS:
		default:
			token++
		}
	}
	if token > 0 {
		lines = append(lines, "  token: "+prefix+"_TOKEN")
	}
	if len(lines) == 0 {
		return nil
	}
	lines = unique(lines)
	return append([]string{"# Where New takes credentials from that the program does not give. The names are guesses.", "env:"}, lines...)
}

func unique(lines []string) []string {
	seen := map[string]bool{}
	var all []string
	for _, l := range lines {
		if !seen[l] {
			all = append(all, l)
		}
		seen[l] = true
	}
	return all
}

func (g *guess) servers() []string {
	if g.pkg.Client.BaseURL != "" {
		return nil
	}
	return []string{
		"# The document names no server with a host; without one, every program must give WithBaseURL.",
		"# server: {url: https://api.example.com}",
	}
}

// paging counts how lists go on, and names what looks like a list and does not.
func (g *guess) paging() []string {
	var ways, order, open []string
	counts := map[string]int{}
	for _, r := range g.pkg.Resources() {
		for _, m := range r.Methods {
			switch {
			case m.Paging != nil:
				way := wayOf(m.Paging)
				if counts[way]++; counts[way] == 1 {
					order = append(order, way)
				}
			case m.Spec.Method == "GET" && strings.HasPrefix(string(m.Name), "List"):
				open = append(open, fmt.Sprintf("#   %s: {kind: cursor, items: data, next: next_cursor, param: cursor}", operationKey(m.Spec)))
			}
		}
	}
	for _, way := range order {
		ways = append(ways, fmt.Sprintf("%d by %s", counts[way], way))
	}
	var lines []string
	if len(ways) > 0 {
		lines = append(lines, "# Lists whose shape tells how they go on: "+strings.Join(ways, ", ")+".")
	}
	if len(open) > 0 {
		lines = append(lines, "# Lists of one page, as far as the document tells. If they go on, say how:", "# paging:")
		lines = append(lines, first(5, open)...)
	}
	return lines
}

func wayOf(p *sdk.Paging) string {
	switch {
	case p.NextURL != "":
		return "the next page's URL in " + p.NextURL
	case p.Link:
		return "the Link header"
	case p.LastItem != "":
		return "the last item's " + p.LastItem
	case p.Cursor != "":
		return "the cursor in " + p.Cursor
	case p.Offset != "":
		return "the offset " + string(p.Offset)
	}
	return "the page number " + string(p.Number)
}

func operationKey(op *model.Operation) string {
	if op.ID != "" {
		return strconv.Quote(op.ID)
	}
	return strconv.Quote(op.Method + " " + op.Template())
}

func (g *guess) webhooks() []string {
	if len(g.pkg.Spec.Webhooks) == 0 {
		return nil
	}
	return []string{
		fmt.Sprintf("# The document has %d webhooks. How are they signed? standard, stripe or twilio puts a verifier into the runtime.", len(g.pkg.Spec.Webhooks)),
		"# webhooks: [standard]",
	}
}

// names shows what could be called otherwise: what a rule had to settle.
func (g *guess) names() []string {
	var lines []string
	for _, d := range g.Diagnostics {
		if d.Code == "name-clash" {
			lines = append(lines, "#   "+strconv.Quote(keyOfClash(d.Message))+": …  # "+oneLine(d.Cure))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]string{"# Names that two things wanted, and what a rule made of them. Another is demanded here:", "# names:"}, first(5, lines)...)
}

// keyOfClash is what a clash is about: "schema a wants B, which …" is of "schema a".
func keyOfClash(message string) string {
	key, _, _ := strings.Cut(message, " wants ")
	return key
}

// oneLine keeps a text of the document inside a comment.
func oneLine(text string) string {
	text = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if !strconv.IsPrint(r) {
			return ' '
		}
		return r
	}, text)), " ")
	if len([]rune(text)) > 80 {
		text = string([]rune(text)[:80]) + "…"
	}
	return text
}
