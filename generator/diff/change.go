package diff

import "github.com/sdkc/sdkc/generator/diag"

// A Severity is what a change asks of a release.
type Severity int

const (
	None       Severity = iota
	Docs                // only comments differ
	Compatible          // code that compiled compiles, and means the same
	Breaking            // code must be changed, or is refused by the server
)

func (s Severity) String() string {
	return [...]string{"none", "docs", "compatible", "breaking"}[s]
}

// MarshalText spells the severity.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Bump is the part of a semantic version that a release with such changes must raise.
func (s Severity) Bump() string {
	return [...]string{"none", "patch", "minor", "major"}[s]
}

// A What names the sort of a change, for people and machines.
type What string

const (
	Added          What = "added"
	AddedRequired  What = "required param added"
	Removed        What = "removed"
	Renamed        What = "renamed"
	ValueGone      What = "enum value gone"
	VariantGone    What = "variant gone"
	KindChanged    What = "kind changed"
	TypeChanged    What = "type changed"
	NoList         What = "no longer a list"
	NowList        What = "now a list"
	BecameRequired What = "became required"
	BecameOptional What = "became optional"
	ArgAdded       What = "arg added"
	ArgRemoved     What = "arg removed"
	ArgType        What = "arg type changed"
	ArgOrder       What = "args reordered"
	ResultChanged  What = "result changed"
	ErrorChanged   What = "error type changed"
	ErrorAdded     What = "error type added"
	ValueChanged   What = "value changed"
	Moved          What = "moved to another package"
	CallChanged    What = "calls another path"
	WireChanged    What = "travels otherwise"
	BaseURLChanged What = "base URL changed"
	NowDeprecated  What = "deprecated"
	DocsChanged    What = "docs"
)

// A Change is what became of one symbol.
type Change struct {
	Symbol   string   `json:"symbol"`
	Kind     Kind     `json:"kind"`
	What     What     `json:"change"`
	Severity Severity `json:"severity"`
	Compiles bool     `json:"compiles"` // code that uses the symbol still compiles
	Old      string   `json:"old,omitempty"`
	New      string   `json:"new,omitempty"`
	Within   string   `json:"within,omitempty"` // a symbol whose change brings this one about
	OldPos   diag.Pos `json:"oldPlace,omitzero"`
	NewPos   diag.Pos `json:"newPlace,omitzero"`
	Document Level    `json:"document,omitempty"` // the worst that rules on documents say of it
	Rules    []string `json:"rules,omitempty"`    // which rules
	wire     string
	calls    []string
}

// A Level is how rules on documents judge a change.
type Level string

const (
	Silent   Level = "" // they have nothing to say
	Info     Level = "info"
	Warning  Level = "warning"
	Violated Level = "breaking"
)

func (l Level) rank() int {
	return map[Level]int{Silent: 0, Info: 1, Warning: 2, Violated: 3}[l]
}

// A Finding is what a rule on documents says.
type Finding struct {
	Rule       string   `json:"rule"` // "response-property-removed"
	Level      Level    `json:"level"`
	Text       string   `json:"text"`
	Operations []string `json:"operations,omitempty"` // "GET /v1/Services"; none for what no operation has
	Whole      What     `json:"-"`                    // Added or Removed, of an operation as a whole; "" of what is in it
	Words      []string `json:"-"`                    // names of the document that the rule speaks of
	Symbols    []string `json:"symbols,omitempty"`    // of the changes that it belongs to; none of mere information
	Severity   Severity `json:"go"`                   // the worst of those
}
