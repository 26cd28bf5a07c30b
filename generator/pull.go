package generator

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/fetch"
	"github.com/sdkc/sdkc/generator/output"
)

// A PullRequest says which documents to fetch.
type PullRequest struct {
	Config string
	Only   []string // names of SDKs of the config; empty: all
	Frozen bool     // documents must be those that are pinned; only a missing one is fetched
	DryRun bool     // nothing is written

	Client *http.Client // nil: one that follows the environment's proxies
}

// A Pulled is a document that the config names by URL.
type Pulled struct {
	File   string // as the working directory sees it
	URL    string // without its query
	State  string // "new", "changed" or "unchanged"
	SHA256 string // of its bytes now, in hex

	spec   config.Spec
	key    string // below the config's folder, with slashes
	have   string // SHA-256 of the file on disk; "" for none
	pin    *config.Pin
	answer *fetch.Answer // nil: nothing was fetched
	report diag.Report
}

// A PullResult is what a pull led to. If one document cannot be had, none is written.
type PullResult struct {
	Result
	Documents []*Pulled
}

// Pull fetches the documents that a config names by URL, and pins what came in sdkc.sum.
func Pull(ctx context.Context, req PullRequest) (res *PullResult, err error) {
	defer recovered(&err, "")
	res = &PullResult{}
	b := &build{Request: Request{Config: req.Config, Only: req.Only}}
	sdks, report := b.sdks(&res.Result), &diag.Report{}
	mirrors, problem := fetch.Mirrors(os.Getenv("SDKC_MIRRORS"), os.Getenv("SDKC_MIRROR_AUTH"))
	if problem != nil {
		report.Add(diag.Diagnostic{Code: "pull", Pos: diag.Pos{File: "SDKC_MIRRORS"}, Message: problem.Error(), Cure: "write https://from/=https://to/, with spaces between pairs"})
	}
	if report.Failed() || res.Failed() {
		res.Usage = true
		res.Diagnostics = append(res.Diagnostics, report.List...)
		return res, nil
	}
	res.Documents = pulled(sdks, req.Config, b.sum, report)
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(8)
	for _, p := range res.Documents {
		group.Go(func() error { return p.pull(ctx, req, mirrors) })
	}
	err = group.Wait()
	for _, p := range res.Documents {
		report.List = append(report.List, p.report.List...)
	}
	if err == nil && !report.Failed() && !req.DryRun {
		res.write(b.sum, req, report)
	}
	res.Diagnostics = append(res.Diagnostics, report.List...)
	return res, err
}

// pulled are the documents with a URL, each once.
func pulled(sdks []*config.SDK, file string, sum *config.Sum, report *diag.Report) []*Pulled {
	var all []*Pulled
	seen := map[string]*Pulled{}
	for _, s := range sdks {
		for _, spec := range s.Specs {
			if spec.URL == "" {
				continue
			}
			p := &Pulled{File: spec.Pattern, URL: shown(spec.URL), spec: spec, key: keyOf(file, spec.Pattern)}
			if other := seen[p.key]; other != nil {
				if other.spec.URL != spec.URL {
					report.Add(diag.Diagnostic{
						Code: "pull", Pos: spec.URLPos, Message: fmt.Sprintf("%s has two URLs", spec.Pattern), Cure: "give it one",
						Related: []diag.Related{{Pos: other.spec.URLPos, Message: "the other one"}},
					})
				}
				continue
			}
			seen[p.key] = p
			p.pin = sum.Pin(p.key)
			all = append(all, p)
		}
	}
	return all
}

// keyOf is a file's path below the config's folder.
func keyOf(config, file string) string {
	dir, err1 := filepath.Abs(filepath.Dir(config))
	abs, err2 := filepath.Abs(file)
	if rel, err := filepath.Rel(dir, abs); err == nil && err1 == nil && err2 == nil {
		file = rel
	}
	return filepath.ToSlash(file)
}

// shown is a URL that may be printed: a query may hold a token.
func shown(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "the URL"
	}
	u.RawQuery, u.User, u.Fragment = "", nil, ""
	return u.String()
}

func (p *Pulled) fail(message, cure string) {
	p.report.Add(diag.Diagnostic{Code: "pull", Pos: p.spec.URLPos, Message: message, Cure: cure})
}

// pull decides what becomes of a document, and fetches it if need be. The error is that of the context.
func (p *Pulled) pull(ctx context.Context, req PullRequest, mirrors []fetch.Mirror) error {
	data, err := os.ReadFile(p.File)
	switch {
	case err == nil:
		p.have = hexSum(data)
	case !errors.Is(err, fs.ErrNotExist):
		p.fail(err.Error(), "")
		return nil
	}
	p.State, p.SHA256 = "unchanged", p.have
	if req.Frozen {
		if done := p.frozen(); done {
			return nil
		}
	} else if p.have != "" && (p.pin == nil || p.pin.SHA256 != p.have) {
		p.edited()
		return nil
	}
	p.fetch(ctx, req, mirrors)
	return ctx.Err()
}

// frozen holds a document to its pin; false says that it has to be fetched.
func (p *Pulled) frozen() (done bool) {
	switch {
	case p.pin == nil:
		p.fail(fmt.Sprintf("nothing pins %s", p.File), "run sdkc pull without --frozen and commit sdkc.sum")
	case p.pin.URL != p.spec.URL:
		p.fail(fmt.Sprintf("%s is pinned to another URL, %s", p.File, shown(p.pin.URL)), "run sdkc pull without --frozen and commit sdkc.sum")
	case p.have == "":
		return false
	case p.have != p.pin.SHA256:
		p.fail(fmt.Sprintf("%s is not the document that is pinned: its SHA-256 is %s, not %s", p.File, p.have, p.pin.SHA256),
			"take the file back from version control, or run sdkc pull without --frozen")
	}
	return true
}

// edited refuses to write over what was not fetched.
func (p *Pulled) edited() {
	if p.pin == nil {
		p.fail(fmt.Sprintf("%s was not fetched by sdkc pull, which would write over it", p.File), "move it away, or leave url: out")
		return
	}
	p.fail(fmt.Sprintf("%s was changed since it was fetched, and pulling would write over that", p.File),
		"keep changes in an overlay (overlays:); to drop them, remove the file")
}

func (p *Pulled) fetch(ctx context.Context, req PullRequest, mirrors []fetch.Mirror) {
	r := fetch.Request{URL: p.spec.URL, Header: p.header(), Mirrors: mirrors}
	if p.pin != nil && p.have == p.pin.SHA256 && p.pin.URL == p.spec.URL {
		r.ETag = p.pin.ETag
	}
	if p.report.Failed() {
		return
	}
	client := req.Client
	if client == nil {
		client = &http.Client{}
	}
	answer, err := fetch.Get(ctx, client, r)
	switch {
	case err != nil:
		p.fail(fmt.Sprintf("%s cannot be fetched from %s: %v", p.File, p.URL, err), "")
		return
	case answer.Unchanged:
		return
	}
	sum := hexSum(answer.Data)
	if req.Frozen && sum != p.pin.SHA256 {
		p.fail(fmt.Sprintf("%s is missing, and %s now has another document: its SHA-256 is %s, not %s", p.File, p.URL, sum, p.pin.SHA256),
			"take the file back from version control, or run sdkc pull without --frozen")
		return
	}
	p.answer, p.SHA256 = answer, sum
	switch p.have {
	case sum:
	case "":
		p.State = "new"
	default:
		p.State = "changed"
	}
}

// header is what the config sends along, with the environment's words in it.
func (p *Pulled) header() http.Header {
	h := http.Header{}
	for _, own := range p.spec.Headers {
		h.Set(own.Name, os.Expand(own.Value, func(name string) string {
			value := os.Getenv(name)
			if value == "" {
				p.report.Add(diag.Diagnostic{
					Code: "pull", Pos: own.Pos, Message: fmt.Sprintf("header %s needs the environment variable %s, which is not set", own.Name, name), Cure: "set it",
				})
			}
			return value
		}))
	}
	return h
}

// write keeps what came, then its pins.
func (res *PullResult) write(sum *config.Sum, req PullRequest, report *diag.Report) {
	kept := &config.Sum{File: sum.File}
	if len(req.Only) > 0 {
		kept.Pins = sum.Pins
	}
	for _, p := range res.Documents {
		pin := p.pin
		if p.answer != nil && !req.Frozen {
			pin = &config.Pin{Path: p.key, SHA256: p.SHA256, URL: p.spec.URL, ETag: p.answer.ETag}
		}
		kept.Put(pin)
		if p.answer == nil || p.State == "unchanged" {
			continue
		}
		err := os.MkdirAll(filepath.Dir(p.File), 0o755)
		if err == nil {
			err = output.Replace(p.File, p.answer.Data)
		}
		if err != nil {
			p.fail(err.Error(), "")
			report.List = append(report.List, p.report.List...)
			return
		}
	}
	if len(kept.Pins) == 0 && len(sum.Pins) == 0 || string(kept.Bytes()) == string(sum.Bytes()) {
		return
	}
	if err := output.Replace(sum.File, kept.Bytes()); err != nil {
		report.Add(diag.Diagnostic{Code: "pull", Pos: diag.Pos{File: sum.File}, Message: err.Error()})
	}
}

func hexSum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
