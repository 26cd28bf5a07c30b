// Package config reads sdkc.yaml: which documents become which SDK, and where. It is strict: a
// key it does not know, or a value of the wrong kind, is an error with its line and column, and
// all errors come at once. It does not read the documents.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// Version is the only version of sdkc.yaml so far.
const Version = "1"

// A Config is what a sdkc.yaml says.
type Config struct {
	File string
	SDKs []*SDK
}

// An SDK is one folder of output and the documents that lead to it.
type SDK struct {
	Name         string
	Specs        []Spec
	Out          string // the folder, as the working directory sees it
	OutPos       diag.Pos
	Package      string // of an SDK of one package; Name, unless said
	Module       string // path of the go.mod that is written into Out; "" writes none
	ModulePos    diag.Pos
	Layout       Layout
	Packages     Split    // how many packages each document becomes
	Overlays     []string // OpenAPI Overlays, applied to each document before its own
	Root         string   // folder that documents may refer to files in; "" is each document's own
	Lenient      bool     // a $ref that leads nowhere is a warning and a weaker type
	Include      []Rule   // operations that are compiled; none: all
	Exclude      []Rule   // operations that are not
	KeepUnused   bool     // schemas that no operation reaches get types, too
	KeepUnknown  bool     // fields that a document does not declare are kept and sent back
	ClientParams []ClientParam
	Env          Env
	Webhooks     []string // ways to verify the API's own requests: "standard", "stripe", "twilio"
	Server       Server
	Paging       []Paging // of operations whose shape tells nothing
	Idempotency  string   // the header of the idempotency keys that all POST and PATCH take: "Idempotency-Key"
	Levels       []Level  // of diagnostics: the config's, then the SDK's own, which count more
	Names        []Name
	Pos          diag.Pos
}

// A Spec is a document, or a pattern that finds documents.
type Spec struct {
	Pattern  string   // a file or a glob, as the working directory sees it
	Package  string   // of a single document; "" derives it from the file's name
	Overlays []string // OpenAPI Overlays, in order
	Paging   []Paging // for this document alone
	URL      string   // where sdkc pull gets it; "" for a document that is kept by hand
	URLPos   diag.Pos
	Headers  []Header // sent with the URL
	Names    []Name   // for this document alone
	Pos      diag.Pos
}

// A Header is sent when a document is fetched. $NAME in its value stands for an environment variable.
type Header struct {
	Name, Value string
	Pos         diag.Pos
}

// A Layout says whether an SDK is one package or a folder of packages.
type Layout string

const (
	Auto     Layout = ""         // OnePackage for one file that is named, Packages otherwise
	One      Layout = "package"  // the only document is the package at Out
	Packages Layout = "packages" // each document is a package below Out
)

// A Split says how many packages a document becomes.
type Split string

const (
	BySize     Split = ""         // ByResource for a document that is too large to compile well as one package
	Single     Split = "single"   // one, however large
	ByResource Split = "resource" // one a resource of the client, and one of the types that several use
)

// Env names the environment variables that credentials come from when the program gives none.
type Env struct {
	Username     string // of basic auth
	Password     string
	Token        string // of all other schemes: bearer tokens and API keys
	ClientID     string // of OAuth2 client credentials
	ClientSecret string
	Schemes      []SchemeEnv // of single schemes, before all that
}

// A SchemeEnv names the variables of one scheme: user and password, id and secret, or a key or token alone.
type SchemeEnv struct {
	Scheme string // as the document calls it
	Vars   []string
	Pos    diag.Pos
}

// A Server says where an API is, where its document does not.
type Server struct {
	URL   string   // what relative servers count from, and where calls go if there is none: "https://api.example.com"
	Hosts []string // templates: the first counts whose variables are all set; the last is how documents write theirs
	Env   []ServerEnv
}

// A ServerEnv names the environment variable that sets a variable of servers.
type ServerEnv struct {
	Name, Var string
	Pos       diag.Pos
}

// A ClientParam is a path param that is set once on the client: "AccountSid".
type ClientParam struct {
	Name string
	Pos  diag.Pos
}

// A Name is a Go name that the user demands.
type Name struct {
	Key string // what is named: "schema session_enum_status"
	Go  string
	Pos diag.Pos
}

// Load reads a config; nil says that the report holds an error.
func Load(file string, report *diag.Report) *Config {
	data, err := read(file)
	if err != nil {
		d := diag.Diagnostic{Code: "config-missing", Pos: diag.Pos{File: file}, Message: "the config cannot be read: " + reason(err)}
		if errors.Is(err, fs.ErrNotExist) {
			d.Message, d.Cure = "there is no config", "write one, name another with -c, or give --spec, --out and --package"
		}
		report.Add(d)
		return nil
	}
	var own diag.Report
	c := parse(file, data, &own)
	c.complete(filepath.Dir(file), &own)
	report.List = append(report.List, own.List...)
	if own.Failed() {
		return nil
	}
	return c
}

// limit is far more than any config needs.
const limit = 4 << 20

// read returns a file's bytes. A pipe would make us wait, a device would never end.
func read(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is no ordinary file")
	}
	if info.Size() > limit {
		return nil, errors.New("it has more than 4 MiB")
	}
	return os.ReadFile(file)
}

func reason(err error) string {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err.Error()
	}
	return err.Error()
}

// complete fills in what the file leaves out and checks what concerns several keys.
func (c *Config) complete(dir string, report *diag.Report) {
	names := map[string]*SDK{}
	for _, s := range c.SDKs {
		if s.Name == "" || s.Out == "" {
			continue // said already
		}
		s.Out = below(dir, s.Out)
		if s.Root != "" {
			s.Root = below(dir, s.Root)
		}
		all := [][]string{s.Overlays}
		for i := range s.Specs {
			s.Specs[i].Pattern = below(dir, s.Specs[i].Pattern)
			all = append(all, s.Specs[i].Overlays)
		}
		for _, overlays := range all {
			for i := range overlays {
				overlays[i] = below(dir, overlays[i])
			}
		}
		s.Complete(report)
		if other := names[s.Name]; other != nil {
			twice(report, s.Pos, other.Pos, fmt.Sprintf("two SDKs are called %s", s.Name), "give one another name")
		}
		names[s.Name] = s
	}
	c.apart(report)
}

func twice(report *diag.Report, pos, other diag.Pos, message, cure string) {
	report.Add(diag.Diagnostic{
		Code: "config-twice", Pos: pos, Message: message, Cure: cure,
		Related: []diag.Related{{Pos: other, Message: "the other one"}},
	})
}

func below(dir, p string) string {
	if p == "" || filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(dir, filepath.FromSlash(p))
}

// Complete checks an SDK and fills in what follows from the rest; flags lead here too.
func (s *SDK) Complete(report *diag.Report) {
	if s.Package == "" {
		s.Package = packageName(s.Name)
	}
	if problem := PackageProblem(s.Package); problem != "" {
		report.Add(diag.Diagnostic{
			Code: "bad-package", Pos: s.Pos, Message: fmt.Sprintf("%q cannot be a package: %s", s.Package, problem),
			Cure: "give it a name of small letters and digits under package: (--package)",
		})
	}
	if s.Layout == Auto && len(s.Specs) == 1 && !isGlob(s.Specs[0].Pattern) {
		s.Layout = One
	}
	if s.Layout == Auto {
		s.Layout = Packages // a glob may find a second document tomorrow; the first must not move then
	}
}

func isGlob(pattern string) bool { return strings.ContainsAny(pattern, "*?[") }
