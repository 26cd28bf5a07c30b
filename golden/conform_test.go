package golden

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A conformRow is a line of docs/conformance.md: vectors of one rule of the wire, and what proves them.
type conformRow struct {
	item   string // a heading of conformItems: "Parameters"
	rule   string // "style simple, explode, array, in a path"
	source string // who wrote the vectors: "OpenAPI 3.1.2, Style Examples", "RFC 6265"

	// run tests each vector as a subtest or with t.Errorf and returns how many it tried. -1 says that vectors written by
	// others, which this repository does not hold, are not on this machine: the row keeps the count it had.
	run func(t *testing.T) int
}

// conformItems are the headings of docs/conformance.md, in its order.
func conformItems() []string {
	return []string{"Parameters", "Bodies", "Responses", "Auth", "Resilience", "Observability", "Paging", "Servers", "Webhooks"}
}

// conformRows are all rows; each file conform_<topic>_test.go adds those of its topic.
func conformRows() []conformRow {
	return slices.Concat(
		paramRows(),
		authRows(),
		serverRows(),
		observabilityRows(),
		bodyRows(),
		responseRows(),
		webhookRows(),
		resilienceRows(),
		pagingRows(),
	)
}

// TestConformance tries every vector and compares the counts with docs/conformance.md; -update rewrites it.
func TestConformance(t *testing.T) {
	page := filepath.Join("..", "docs", "conformance.md")
	old, err := os.ReadFile(page)
	if err != nil && !*update {
		t.Fatal(err)
	}
	got := conformance(t, string(old))
	if t.Failed() || bytes.Equal(old, got) {
		return
	}
	if !*update {
		t.Fatalf("%s is not what the tests count; run go test ./golden -run Conformance -update\n%s", page, got)
	}
	writeFile(t, page, got)
}

// conformance is the page. A row whose vectors are absent stands as it stood.
func conformance(t *testing.T, old string) []byte {
	var b bytes.Buffer
	b.WriteString("# Conformance\n\nEach row is a rule of the wire, the vectors that the tests of `golden/` try it with, and where they come from. The tests\n" +
		"write this page (`make conformance`) and fail when a vector fails or a count changes.\n")
	rows := conformRows()
	for _, item := range conformItems() {
		fmt.Fprintf(&b, "\n## %s\n\n| rule | vectors | passed | written by |\n|---|---:|---:|---|\n", item)
		for _, r := range rows {
			if r.item == item {
				b.WriteString(r.line(t, old))
			}
		}
	}
	return b.Bytes()
}

func (r conformRow) line(t *testing.T, old string) string {
	count, passed := 0, false
	passed = t.Run(r.item+"/"+r.rule, func(t *testing.T) { count = r.run(t) })
	head := "| " + strings.ReplaceAll(r.rule, "|", "\\|") + " | "
	if count < 0 {
		if _, rest, ok := strings.Cut(old, "\n"+head); ok {
			line, _, _ := strings.Cut(rest, "\n")
			return head + line + "\n"
		}
		t.Errorf("%s: its vectors are absent and docs/conformance.md has no such row", r.rule)
	}
	if count == 0 || !passed {
		t.Errorf("%s: %d vectors, passed: %v", r.rule, count, passed)
	}
	return fmt.Sprintf("%s%d | all | %s |\n", head, count, r.source)
}
