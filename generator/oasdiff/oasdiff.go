// Package oasdiff asks oasdiff's rules what a change of a document breaks for its clients, whatever language they are
// written in. It is the only room that knows that module; it knows nothing of Go names.
package oasdiff

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"runtime/debug"
	"strings"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oasdiff/oasdiff/checker"
	oas "github.com/oasdiff/oasdiff/diff"
	"github.com/oasdiff/oasdiff/load"

	"github.com/sdkc/sdkc/generator/diff"
)

// Bounds of what the rules are asked about: kin-openapi follows each $ref by recursion.
const (
	maxBytes = 24 << 20
	maxRefs  = 100_000
	seconds  = 20 // of a processor
	patience = time.Minute
)

// Findings are what the rules say of two documents, as self-contained JSON. An error says why they say nothing: the
// change is judged by its Go alone then. Schemas that contain themselves send the rules into recursion without end, which
// no Go program survives: judge is the command of a program that answers by [Serve]. Without one, this program does.
func Findings(ctx context.Context, judge []string, old, new []byte) ([]*diff.Finding, error) {
	for _, document := range [][]byte{old, new} {
		if len(document) > maxBytes || bytes.Count(document, []byte(`"$ref":`)) > maxRefs {
			return nil, errors.New("the document is too large for oasdiff")
		}
	}
	if len(judge) == 0 {
		return decide(old, new)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return ask(ctx, judge, question{old, new})
}

// A question is what a judge reads, an answer what it writes.
type (
	question struct{ Old, New []byte }
	answer   struct {
		Findings []*diff.Finding
		Error    string
	}
)

// ask lets a process of its own judge.
func ask(ctx context.Context, judge []string, q question) ([]*diff.Finding, error) {
	var in, out, complaint bytes.Buffer
	if err := gob.NewEncoder(&in).Encode(q); err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, judge[0], judge[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &in, &out, &complaint
	if err := cmd.Run(); err != nil {
		return nil, ended(ctx, err, complaint.String())
	}
	var a answer
	if err := gob.NewDecoder(&out).Decode(&a); err != nil {
		return nil, fmt.Errorf("oasdiff: %w", err)
	}
	if a.Error != "" {
		return nil, errors.New(a.Error)
	}
	return a.Findings, nil
}

// ended says why a judge gave no answer.
func ended(ctx context.Context, err error, complaint string) error {
	line, _, _ := strings.Cut(complaint, "\n")
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return fmt.Errorf("oasdiff takes longer than %s", patience)
	case ctx.Err() != nil:
		return ctx.Err()
	case line == "":
		return fmt.Errorf("oasdiff takes longer than %d s of a processor (%w)", seconds, err)
	}
	return fmt.Errorf("oasdiff ended: %w: %.100s", err, line)
}

// Serve judges once: it reads a question and writes the answer, for [Findings] of another process. It bounds what this one
// may use, so nothing else should be done in it.
func Serve(r io.Reader, w io.Writer) error {
	debug.SetMaxStack(128 << 20)
	if err := limit(seconds); err != nil {
		return err
	}
	return serve(r, w)
}

func serve(r io.Reader, w io.Writer) error {
	var q question
	if err := gob.NewDecoder(r).Decode(&q); err != nil {
		return err
	}
	findings, err := decide(q.Old, q.New)
	a := answer{Findings: findings}
	if err != nil {
		a.Error = err.Error()
	}
	return gob.NewEncoder(w).Encode(a)
}

// decide never panics: what strange documents do to the rules is an error.
func decide(old, new []byte) (findings []*diff.Finding, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("oasdiff: panic: %v", p)
		}
	}()
	base, err := read(old, "old")
	if err != nil {
		return nil, err
	}
	revision, err := read(new, "new")
	if err != nil {
		return nil, err
	}
	report, sources, err := oas.GetWithOperationsSourcesMap(oas.NewConfig(), base, revision)
	if err != nil {
		return nil, fmt.Errorf("oasdiff: %w", err)
	}
	say := checker.NewDefaultLocalizer()
	config := checker.NewConfig(checker.GetAllChecks())
	said := map[string]*diff.Finding{}
	for _, c := range checker.CheckBackwardCompatibilityUntilLevel(config, report, sources, checker.INFO) {
		f := finding(c, say)
		if same := said[f.Rule+f.Text]; same != nil && f.Whole == "" {
			same.Operations = append(same.Operations, f.Operations...) // a schema that they share
			continue
		}
		said[f.Rule+f.Text] = f
		findings = append(findings, f)
	}
	return findings, nil
}

func read(document []byte, name string) (*load.SpecInfo, error) {
	spec, err := openapi3.NewLoader().LoadFromData(document)
	if err != nil {
		return nil, fmt.Errorf("kin-openapi: %s document: %.200s", name, err)
	}
	return &load.SpecInfo{Spec: spec, Url: name}, nil
}

func finding(c checker.Change, say checker.Localizer) *diff.Finding {
	f := &diff.Finding{Rule: c.GetId(), Level: level(c.GetLevel()), Text: c.GetUncolorizedText(say), Whole: whole(c.GetId())}
	if c.GetPath() != "" {
		f.Operations = []string{strings.TrimSpace(c.GetOperation() + " " + c.GetPath())}
	}
	for _, arg := range c.GetArgs() {
		f.Words = append(f.Words, lastName(fmt.Sprint(arg)))
	}
	return f
}

// lastName is the property that a path of properties leads to: "participants" of "meta/participants/items/".
func lastName(path string) string {
	name := path
	for _, part := range strings.Split(path, "/") {
		if part != "" && part != "items" {
			name = part
		}
	}
	return name
}

func level(l checker.Level) diff.Level {
	switch l {
	case checker.ERR:
		return diff.Violated
	case checker.WARN:
		return diff.Warning
	}
	return diff.Info
}

// whole tells whether a rule is about an operation that comes or goes.
func whole(rule string) diff.What {
	switch {
	case strings.HasPrefix(rule, "api-removed"), strings.HasPrefix(rule, "api-path-removed"):
		return diff.Removed
	case rule == "endpoint-added":
		return diff.Added
	}
	return ""
}
