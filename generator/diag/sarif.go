package diag

import (
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf16"
)

// The parts of SARIF 2.1.0 that code hosts read.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      Code         `json:"id"`
		Short   *sarifText   `json:"shortDescription,omitempty"`
		Help    *sarifText   `json:"help,omitempty"`
		Default sarifDefault `json:"defaultConfiguration"`
	}
	sarifDefault struct {
		Level string `json:"level"`
	}
	sarifResult struct {
		RuleID    Code            `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
		Message  *sarifText     `json:"message,omitempty"`
	}
	sarifLogical struct {
		Name string `json:"fullyQualifiedName"` // a JSON Pointer
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line int `json:"startLine"`
		Col  int `json:"startColumn,omitempty"`
	}
)

// WriteSARIF prints diagnostics as a SARIF log, which code hosts show beside the lines. The version is that of sdkc;
// source says what a file holds, so that columns can be counted as SARIF does.
func WriteSARIF(w io.Writer, list []Diagnostic, version string, source func(file string) []byte) error {
	driver := sarifDriver{Name: "sdkc", Version: version, Rules: []sarifRule{}}
	results := []sarifResult{}
	rules := map[Code]int{}
	for _, d := range list {
		i, known := rules[d.Code]
		if !known {
			i = len(driver.Rules)
			rules[d.Code] = i
			driver.Rules = append(driver.Rules, ruleOf(d))
		}
		text := d.Message
		if d.Cure != "" {
			text += "; " + d.Cure
		}
		r := sarifResult{RuleID: d.Code, RuleIndex: i, Level: d.Severity.String(), Message: sarifText{text}}
		r.Locations = []sarifLocation{location(d.Pos, d.Pointer, "", source)}
		for _, other := range d.Related {
			r.Related = append(r.Related, location(other.Pos, "", other.Message, source))
		}
		results = append(results, r)
	}
	return encode(w, sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0",
		Runs: []sarifRun{{Tool: sarifTool{driver}, ColumnKind: "utf16CodeUnits", Results: results}},
	})
}

// ruleOf describes the code of a diagnostic.
func ruleOf(d Diagnostic) sarifRule {
	r, known := RuleOf(d.Code)
	if !known {
		return sarifRule{ID: d.Code, Default: sarifDefault{d.Severity.String()}}
	}
	help := "It refuses the input until that is mended."
	if !r.Fixed() {
		help = fmt.Sprintf("In sdkc.yaml, diagnostics: {%s: off} silences it; note, warning and error give it another severity.", r.Code)
	}
	short := strings.ToUpper(r.Means[:1]) + r.Means[1:] + "."
	return sarifRule{ID: d.Code, Short: &sarifText{short}, Help: &sarifText{short + " " + help}, Default: sarifDefault{r.Severity.String()}}
}

func location(p Pos, pointer, message string, source func(file string) []byte) sarifLocation {
	uri := url.URL{Path: filepath.ToSlash(p.File)}
	l := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{uri.String()}}}
	if p.Line > 0 {
		l.Physical.Region = &sarifRegion{p.Line, utf16Column(source, p)}
	}
	if pointer != "" {
		l.Logical = []sarifLogical{{pointer}}
	}
	if message != "" {
		l.Message = &sarifText{message}
	}
	return l
}

// utf16Column is a column in UTF-16 code units; 0, which is left out, where the line is not at hand.
func utf16Column(source func(file string) []byte, p Pos) int {
	line, ok := lineOf(source(p.File), p.Line)
	if !ok || p.Col < 1 || p.Col > len(line)+1 {
		return 0
	}
	column := 1
	for _, r := range string(line[:p.Col-1]) {
		column += utf16.RuneLen(r) // what is no UTF-8 is U+FFFD, one unit
	}
	return column
}
