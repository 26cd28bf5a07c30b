package diag

import (
	"io"
	"net/url"
	"path/filepath"
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
		ID Code `json:"id"`
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

// WriteSARIF prints diagnostics as a SARIF log, which code hosts show beside the lines. The
// version is that of sdkc.
func WriteSARIF(w io.Writer, list []Diagnostic, version string) error {
	driver := sarifDriver{Name: "sdkc", Version: version, Rules: []sarifRule{}}
	results := []sarifResult{}
	rules := map[Code]int{}
	for _, d := range list {
		i, known := rules[d.Code]
		if !known {
			i = len(driver.Rules)
			rules[d.Code] = i
			driver.Rules = append(driver.Rules, sarifRule{d.Code})
		}
		text := d.Message
		if d.Cure != "" {
			text += "; " + d.Cure
		}
		r := sarifResult{RuleID: d.Code, RuleIndex: i, Level: d.Severity.String(), Message: sarifText{text}}
		r.Locations = []sarifLocation{location(d.Pos, d.Pointer, "")}
		for _, other := range d.Related {
			r.Related = append(r.Related, location(other.Pos, "", other.Message))
		}
		results = append(results, r)
	}
	return encode(w, sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0",
		Runs: []sarifRun{{Tool: sarifTool{driver}, ColumnKind: "unicodeCodePoints", Results: results}},
	})
}

func location(p Pos, pointer, message string) sarifLocation {
	uri := url.URL{Path: filepath.ToSlash(p.File)}
	l := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{uri.String()}}}
	if p.Line > 0 {
		l.Physical.Region = &sarifRegion{p.Line, p.Col}
	}
	if pointer != "" {
		l.Logical = []sarifLogical{{pointer}}
	}
	if message != "" {
		l.Message = &sarifText{message}
	}
	return l
}
