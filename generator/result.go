package generator

import (
	"path/filepath"
	"slices"

	"github.com/sdkc/sdkc/generator/cache"
	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/output"
	"github.com/sdkc/sdkc/generator/sdk"
	"github.com/sdkc/sdkc/generator/source"
)

// A Result is what a run led to.
type Result struct {
	SDKs        []*SDK
	Diagnostics []diag.Diagnostic // of all SDKs, in the order of the config and of the documents
	Usage       bool              // the request or the config is at fault, not a document
	Locked      []byte            // what the lock beside the config shall hold
	Lock        *output.Drift     // how the lock beside the config differs, as Check finds; nil: not at all
	Timings     Timings
}

// Failed tells whether there is an error among the diagnostics.
func (r *Result) Failed() bool { return (&diag.Report{List: r.Diagnostics}).Failed() }

// An SDK is one output folder.
type SDK struct {
	Name       string
	Out        string
	Documents  int
	Operations int
	Compiled   []string      // names of the documents that were not taken from the cache
	Files      []output.File // that the folder should hold; none if a document was refused
	Summary    output.Summary
	Drift      []output.Drift // of Check
	lock       *config.LockedSDK
	written    bool // Summary tells what was done, not what would be
	report     diag.Report
}

// Refused tells whether there is an error among the SDK's diagnostics.
func (s *SDK) Refused() bool { return s.report.Failed() }

// An outcome is what a document led to. Each belongs to one goroutine until all have ended.
type outcome struct {
	config.Document
	report  diag.Report
	pkg     *sdk.Package // nil: refused, or taken from the cache
	gist    *gist        // of the package; nil: refused
	files   []output.File
	read    []string // files that the document consists of
	cached  *cache.Key
	several bool // it is not the only document of its SDK
	idle    []source.Rule
	unused  []string // messages on names and paging of the config that fit nothing here

	bundled []byte            // the document in one piece, if the build keeps it
	lock    map[string]string // names that were published, by their keys
}

// gather puts together what the documents reported.
func (s *SDK) gather(outcomes []*outcome, want *config.SDK) {
	s.Documents = len(outcomes)
	for _, o := range outcomes {
		if o.pkg != nil {
			s.Compiled = append(s.Compiled, filepath.Base(o.File))
		}
		s.report.List = append(s.report.List, o.report.List...)
		if o.gist != nil {
			s.Operations += o.gist.Operations
		}
	}
	s.unusedNames(want.Names, outcomes)
	s.unusedPaging(want.Paging, outcomes)
	s.unusedParams(want.ClientParams, outcomes)
	s.unusedSchemes(want.Env.Schemes, outcomes)
	s.unusedVariables(want.Server.Env, outcomes)
	s.unusedRules(append(slices.Clone(want.Include), want.Exclude...), outcomes)
}

// promote makes errors of warnings.
func promote(report *diag.Report) {
	for i := range report.List {
		if report.List[i].Severity == diag.Warning {
			report.List[i].Severity = diag.Error
		}
	}
}

// Written tells whether Generate has written the SDK, even if a diagnostic of that is called an error by the config.
func (s *SDK) Written() bool { return s.written }
