// Package oasdiff asks oasdiff's rules what a change of a document breaks for its clients, whatever language they are
// written in. It is the only room that knows that module; it knows nothing of Go names.
package oasdiff

import (
	"context"
	"errors"
	"fmt"
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
	patience = 60 * time.Second
)

// Findings are what the rules say of two documents, as self-contained JSON. An error says why they say nothing: the
// change is judged by its Go alone then.
func Findings(ctx context.Context, old, new []byte) ([]*diff.Finding, error) {
	for _, document := range [][]byte{old, new} {
		if len(document) > maxBytes || strings.Count(string(document), `"$ref":`) > maxRefs {
			return nil, errors.New("the document is too large for oasdiff")
		}
	}
	type answer struct {
		findings []*diff.Finding
		err      error
	}
	done := make(chan answer, 1)
	go func() {
		findings, err := judge(old, new)
		done <- answer{findings, err}
	}()
	ctx, cancel := context.WithTimeoutCause(ctx, patience, fmt.Errorf("oasdiff takes longer than %s", patience))
	defer cancel()
	select {
	case a := <-done:
		return a.findings, a.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// judge never panics: what strange documents do to the rules is an error.
func judge(old, new []byte) (findings []*diff.Finding, err error) {
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
	for _, c := range checker.CheckBackwardCompatibilityUntilLevel(config, report, sources, checker.INFO) {
		findings = append(findings, finding(c, say))
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
		f.Operation = strings.TrimSpace(c.GetOperation() + " " + c.GetPath())
	}
	for _, arg := range c.GetArgs() {
		text := fmt.Sprint(arg)
		f.Words = append(f.Words, text)
		if strings.Contains(text, "/") {
			f.Words = append(f.Words, strings.Split(text, "/")...)
		}
	}
	return f
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
