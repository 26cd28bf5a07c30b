package diff

import "cmp"

// A Report is what a change of documents does to an SDK.
type Report struct {
	Old      string      `json:"old"` // as the user named it
	New      string      `json:"new"`
	Bump     string      `json:"bump"` // "major", "minor", "patch", "none"
	Severity Severity    `json:"severity"`
	Document Level       `json:"document,omitempty"` // the worst that rules on documents say
	Packages []*Compared `json:"packages"`
}

// A Compared is what became of one package.
type Compared struct {
	Package  string     `json:"package"`
	Old      string     `json:"old,omitempty"` // the document; "" for a package that is new
	New      string     `json:"new,omitempty"`
	Changes  []*Change  `json:"changes"`
	Findings []*Finding `json:"findings"`           // of rules on documents
	Unjudged string     `json:"unjudged,omitempty"` // why there are none
}

// Compare compares two packages; nil is a package that is not there. Findings are what rules on documents say.
func Compare(old, new *Package, findings []*Finding) *Compared {
	out := &Compared{Changes: []*Change{}, Findings: []*Finding{}}
	if old == nil {
		old = &Package{}
	} else {
		out.Package, out.Old = old.Name, old.File
	}
	if new == nil {
		new = &Package{}
	} else {
		out.Package, out.New = new.Name, new.File
	}
	out.Changes = append(out.Changes, Changes(old, new)...)
	out.Findings = append(out.Findings, findings...)
	out.link()
	return out
}

// Add takes in a package.
func (r *Report) Add(c *Compared) {
	r.Packages = append(r.Packages, c)
	for _, change := range c.Changes {
		r.Severity = max(r.Severity, change.Severity)
	}
	for _, f := range c.Findings {
		r.Document = worse(r.Document, f.Level)
	}
	r.Bump = r.Severity.Bump()
}

func worse(a, b Level) Level {
	if a.rank() < b.rank() {
		return b
	}
	return a
}

// A Count says how many changes there are of each severity. What follows from another change is not counted.
type Count struct {
	Breaking, Silent, Compatible, Docs int // Silent are those of Breaking that the compiler does not see
	Findings                           int // of rules on documents
	Violated                           int // those that say breaking
}

// Count counts.
func (c *Compared) Count() (n Count) {
	for _, change := range c.Changes {
		switch {
		case change.Within != "":
		case change.Severity == Breaking:
			n.Breaking++
			if change.Compiles {
				n.Silent++
			}
		case change.Severity == Compatible:
			n.Compatible++
		default:
			n.Docs++
		}
	}
	n.Findings = len(c.Findings)
	for _, f := range c.Findings {
		if f.Level == Violated {
			n.Violated++
		}
	}
	return n
}

// Severity is the worst of a package.
func (c *Compared) Severity() Severity {
	worst := None
	for _, change := range c.Changes {
		worst = max(worst, change.Severity)
	}
	return worst
}

// Disagreements are the changes that only Go calls breaking, and the findings that only the document's rules do.
func (c *Compared) Disagreements() (changes []*Change, findings []*Finding) {
	for _, change := range c.Changes {
		if change.Within == "" && change.Severity == Breaking && change.Document != Violated && c.Unjudged == "" {
			changes = append(changes, change)
		}
	}
	for _, f := range c.Findings {
		if f.Level == Violated && f.Severity != Breaking {
			findings = append(findings, f)
		}
	}
	return changes, findings
}

// title is what a package is called in words.
func (c *Compared) title() string { return cmp.Or(c.Package, "package") }
