package generator

import (
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
)

// A Request says what to compile: what a config names, or one SDK that needs none.
type Request struct {
	Config string   // a sdkc.yaml; not read if Specs are given
	Only   []string // names of SDKs of the config; empty: all

	Specs        []string // documents or globs
	Out          string
	Package      string // name of the SDK and, if it is one package, of that
	Module       string // path of the go.mod to write; "" writes none
	ClientParams []string
	Root         string   // folder that documents may refer to files in; "" is each document's own
	Include      []string // rules that operations fit which are compiled: "tag Calls"; none: all
	Exclude      []string // rules that operations fit which are not
	Lenient      bool     // a $ref that leads nowhere is a warning
	KeepUnused   bool     // schemas that no operation reaches get types, too

	Jobs   int  // documents compiled at a time; 0: as many as there are processors
	DryRun bool // Generate writes nothing, but counts
	Strict bool // warnings are errors

	Cache string // folder of what earlier runs compiled; "" compiles everything

	// Progress is told how many documents of an SDK are compiled, from several goroutines; it may be nil.
	Progress func(sdk string, done, total int)
}

func (r *Request) jobs() int {
	if r.Jobs > 0 {
		return r.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// sdks are the SDKs that are asked for. What is wrong with the request itself goes to the
// result and marks it as such.
func (b *build) sdks(res *Result) []*config.SDK {
	r := &b.Request
	var report diag.Report
	var all []*config.SDK
	if len(r.Specs) > 0 {
		all = append(all, r.flags(&report))
		b.all = append(b.all, r.Package)
	} else if c := config.Load(r.Config, &report); c != nil {
		all = r.only(c, &report)
		for _, s := range c.SDKs {
			b.all = append(b.all, s.Name)
		}
	}
	b.readLock(&report)
	if len(r.Specs) == 0 {
		b.sum = config.ReadSum(config.SumFile(r.Config), &report)
	}
	res.Diagnostics = append(res.Diagnostics, report.List...)
	if report.Failed() {
		res.Usage = true
		return nil
	}
	return all
}

// flags is the SDK that the command line describes.
func (r *Request) flags(report *diag.Report) *config.SDK {
	s := &config.SDK{
		Name: r.Package, Package: r.Package, Out: r.Out, Module: r.Module, ClientParams: r.clientParams(),
		Root: r.Root, Lenient: r.Lenient, KeepUnused: r.KeepUnused,
		Pos: diag.Pos{File: "command line"},
	}
	s.Include, s.Exclude = lines(r.Include, "include", report), lines(r.Exclude, "exclude", report)
	for _, spec := range r.Specs {
		s.Specs = append(s.Specs, config.Spec{Pattern: spec})
	}
	s.Complete(report)
	return s
}

func (r *Request) clientParams() []config.ClientParam {
	var all []config.ClientParam
	for _, name := range r.ClientParams {
		all = append(all, config.ClientParam{Name: name, Pos: diag.Pos{File: "command line"}})
	}
	return all
}

func (r *Request) only(c *config.Config, report *diag.Report) []*config.SDK {
	if len(r.Only) == 0 {
		return c.SDKs
	}
	var all []*config.SDK
	var names []string
	for _, s := range c.SDKs {
		names = append(names, s.Name)
		if slices.Contains(r.Only, s.Name) {
			all = append(all, s)
		}
	}
	for _, name := range r.Only {
		if !slices.Contains(names, name) {
			report.Add(diag.Diagnostic{
				Code: "unknown-sdk", Pos: diag.Pos{File: c.File}, Message: fmt.Sprintf("no SDK is called %q", name),
				Cure: "there are " + strings.Join(names, ", "),
			})
		}
	}
	return all
}
