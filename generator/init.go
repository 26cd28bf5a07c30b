package generator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/output"
)

// An InitRequest says which document to write a config for.
type InitRequest struct {
	Document string
	Name     string // of the SDK; "" takes the document's title
	Out      string // "" is generated/<name>
	Config   string // the file to write, which must not exist; "" writes none
}

// An Initial is a config for a document.
type Initial struct {
	Result
	Config []byte
}

// Init makes a commented config from a document: what sdkc guesses of it, and what else could be said. It is written to
// Request.Config, and loads without an error.
func Init(ctx context.Context, req InitRequest) (*Initial, error) {
	res := &Initial{}
	if _, err := os.Lstat(req.Config); req.Config != "" && !errors.Is(err, fs.ErrNotExist) {
		res.Usage = true
		res.Diagnostics = []diag.Diagnostic{{
			Code: "config-exists", Pos: diag.Pos{File: req.Config}, Message: "there is a config already", Cure: "name another file with -c",
		}}
		return res, nil
	}
	seen, lenient, err := look(ctx, req.Document)
	if err != nil || seen.pkg == nil {
		res.Diagnostics = seen.Diagnostics
		return res, err
	}
	g := &guess{InitRequest: req, Inspection: seen, lenient: lenient, dir: filepath.Dir(req.Config)}
	g.settle()
	res.Config = g.text()
	if req.Config != "" {
		if err := output.Replace(req.Config, res.Config); err != nil {
			res.Diagnostics = append(res.Diagnostics, diag.Diagnostic{Code: "unwritable-output", Pos: diag.Pos{File: req.Config}, Message: err.Error()})
		}
	}
	return res, nil
}

// look inspects a document, leniently if it has no other fault than references that lead nowhere.
func look(ctx context.Context, document string) (seen *Inspection, lenient bool, err error) {
	seen, err = Inspect(ctx, Request{Specs: []string{document}})
	if err != nil || seen.pkg != nil {
		return seen, false, err
	}
	again, err := Inspect(ctx, Request{Specs: []string{document}, Lenient: true})
	if err == nil && again.pkg != nil {
		return again, true, nil
	}
	return seen, false, err
}

// A guess is a config on its way.
type guess struct {
	InitRequest
	*Inspection
	lenient bool
	dir     string // of the config
	module  string // "" where a go.mod stands above the output
}

// settle decides what the request leaves open.
func (g *guess) settle() {
	if g.Name == "" {
		g.Name = slug(string(g.pkg.Spec.Title))
	}
	if g.Name == "" {
		base := filepath.Base(g.Document)
		g.Name = slug(strings.TrimSuffix(base, filepath.Ext(base)))
	}
	if g.Name == "" {
		g.Name = "api"
	}
	if g.Out == "" {
		g.Out = "generated/" + g.Name
	}
	out := filepath.Join(g.dir, filepath.FromSlash(g.Out))
	if _, err := findPlace(out, ""); err != nil {
		g.module = "example.com/" + g.Name
	}
}

// slug is a text's first three words, in small letters and digits: "Twilio - Proxy API" is "twilioproxy", as API says nothing.
func slug(text string) string {
	var words []string
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		if word != "api" && word != "the" && word != "rest" && word != "openapi" && len(words) < 3 {
			words = append(words, word)
		}
	}
	name := strings.Join(words, "")
	if name == "" || name[0] >= '0' && name[0] <= '9' || config.PackageProblem(name) != "" {
		return ""
	}
	return name
}

// below is the document as the config names it.
func (g *guess) below() string {
	rel, err := filepath.Rel(g.dir, g.Document)
	if err != nil {
		rel = g.Document
	}
	return filepath.ToSlash(rel)
}

// first are at most n lines, and a line that counts the others.
func first(n int, lines []string) []string {
	if len(lines) <= n {
		return lines
	}
	return append(lines[:n:n], fmt.Sprintf("# … and %d more: sdkc lint tells", len(lines)-n))
}
