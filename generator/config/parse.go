package config

import (
	"fmt"
	"regexp"
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/sdkc/sdkc/generator/diag"
)

// parse turns the text of a config into its fields. What it returns is whole only if the
// report is without errors.
func parse(file string, data []byte, report *diag.Report) *Config {
	c := &Config{File: file}
	d := &decoder{file: file, report: report}
	root := d.document(data)
	if root == nil {
		return c
	}
	version, levels := "", []Level(nil)
	d.object(root, "config", []field{
		{key: "version", required: true, read: d.text(&version)},
		{key: "diagnostics", read: d.levels(&levels)},
		{key: "sdks", required: true, read: func(n *yaml.Node) {
			d.list(n, "sdks", func(n *yaml.Node) { c.SDKs = append(c.SDKs, d.sdk(n)) })
		}},
	})
	for _, s := range c.SDKs {
		s.Levels = slices.Concat(levels, s.Levels)
	}
	if version != "" && version != Version {
		d.fail(root, fmt.Sprintf("version %s is not known", version), "write version: "+Version+", or use a newer sdkc")
	}
	return c
}

func (d *decoder) sdk(n *yaml.Node) *SDK {
	s := &SDK{Pos: d.pos(n)}
	layout := ""
	d.object(n, "an SDK", []field{
		{key: "name", required: true, read: d.text(&s.Name)},
		{key: "specs", required: true, read: func(n *yaml.Node) {
			d.list(n, "specs", func(n *yaml.Node) { s.Specs = append(s.Specs, d.spec(n)) })
		}},
		{key: "out", required: true, read: func(n *yaml.Node) {
			s.OutPos = d.pos(n)
			d.text(&s.Out)(n)
		}},
		{key: "package", read: d.text(&s.Package)},
		{key: "module", read: func(n *yaml.Node) {
			s.ModulePos = d.pos(n)
			d.text(&s.Module)(n)
		}},
		{key: "layout", read: func(n *yaml.Node) {
			d.text(&layout)(n)
			if s.Layout = Layout(layout); s.Layout != Auto && s.Layout != One && s.Layout != Packages {
				d.fail(n, fmt.Sprintf("layout %q is not known", layout), "write package or packages")
			}
		}},
		{key: "packages", read: d.split(&s.Packages)},
		{key: "overlays", read: d.texts("overlays", &s.Overlays)},
		{key: "root", read: d.text(&s.Root)},
		{key: "lenient", read: d.flag(&s.Lenient)},
		{key: "keepUnused", read: d.flag(&s.KeepUnused)},
		{key: "unknownFields", read: func(n *yaml.Node) {
			what := ""
			d.text(&what)(n)
			if s.KeepUnknown = what == "keep"; what != "keep" && what != "ignore" && what != "" {
				d.fail(n, fmt.Sprintf("unknownFields %q is not known", what), "write keep or ignore")
			}
		}},
		{key: "include", read: d.rules("include", &s.Include)},
		{key: "exclude", read: d.rules("exclude", &s.Exclude)},
		{key: "clientParams", read: func(n *yaml.Node) {
			d.list(n, "clientParams", func(n *yaml.Node) {
				p := ClientParam{Pos: d.pos(n)}
				d.text(&p.Name)(n)
				s.ClientParams = append(s.ClientParams, p)
			})
		}},
		{key: "webhooks", read: d.webhooks(&s.Webhooks)},
		{key: "env", read: func(n *yaml.Node) { d.env(n, &s.Env) }},
		{key: "server", read: func(n *yaml.Node) { d.server(n, &s.Server) }},
		{key: "paging", read: func(n *yaml.Node) { s.Paging = d.pagings(n) }},
		{key: "idempotency", read: d.header(&s.Idempotency)},
		{key: "diagnostics", read: d.levels(&s.Levels)},
		{key: "names", read: func(n *yaml.Node) { s.Names = d.names(n) }},
	})
	return s
}

// split reads how many packages a document becomes.
func (d *decoder) split(into *Split) func(*yaml.Node) {
	return func(n *yaml.Node) {
		text := "auto"
		d.text(&text)(n)
		switch *into = Split(text); *into {
		case "auto":
			*into = BySize
		case Single, ByResource:
		default:
			d.fail(n, fmt.Sprintf("packages %q is not known", text), "write single, resource or auto")
		}
	}
}

// spec is a file or a glob, or an object that says more of one file.
func (d *decoder) spec(n *yaml.Node) Spec {
	s := Spec{Pos: d.pos(n)}
	if n.Kind == yaml.ScalarNode {
		d.text(&s.Pattern)(n)
		return s
	}
	d.object(n, "a spec", []field{
		{key: "file", required: true, read: d.text(&s.Pattern)},
		{key: "package", read: d.text(&s.Package)},
		{key: "url", read: func(n *yaml.Node) {
			s.URLPos = d.pos(n)
			d.text(&s.URL)(n)
		}},
		{key: "headers", read: func(n *yaml.Node) { s.Headers = d.headers(n) }},
		{key: "overlays", read: d.texts("overlays", &s.Overlays)},
		{key: "paging", read: func(n *yaml.Node) { s.Paging = d.pagings(n) }},
		{key: "names", read: func(n *yaml.Node) { s.Names = d.names(n) }},
	})
	if problem := PackageProblem(s.Package); s.Package != "" && problem != "" {
		d.fail(n, fmt.Sprintf("%q cannot be a package: %s", s.Package, problem), "")
	}
	if (s.Package != "" || s.URL != "" || len(s.Names) > 0 || len(s.Paging) > 0) && isGlob(s.Pattern) {
		d.fail(n, "a glob cannot have a package, a URL, paging or names of its own", "name the file")
	}
	if len(s.Headers) > 0 && s.URL == "" {
		d.fail(n, "headers are sent to a URL, and there is none", "write url:, or leave headers: out")
	}
	return s
}

// webhooks reads the ways to verify webhooks, each once.
func (d *decoder) webhooks(into *[]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		d.list(n, "webhooks", func(n *yaml.Node) {
			var way string
			d.text(&way)(n)
			switch {
			case !slices.Contains([]string{"standard", "stripe", "twilio"}, way):
				d.fail(n, fmt.Sprintf("webhooks are not verified by %q", way), "write standard, stripe or twilio")
			case slices.Contains(*into, way):
				d.fail(n, fmt.Sprintf("%s stands here twice", way), "keep one")
			}
			*into = append(*into, way)
		})
	}
}

// headers are a mapping of names to values.
func (d *decoder) headers(n *yaml.Node) []Header {
	var all []Header
	d.each(n, "headers", func(key, value *yaml.Node) {
		h := Header{Name: key.Value, Pos: d.pos(key)}
		d.text(&h.Value)(value)
		if !headerName.MatchString(h.Name) {
			d.fail(key, fmt.Sprintf("%q is no name of a header", h.Name), "")
		}
		all = append(all, h)
	})
	return all
}

// headerName is a token (RFC 9110, section 5.6.2).
var headerName = regexp.MustCompile("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$")

func (d *decoder) names(n *yaml.Node) []Name {
	var all []Name
	d.each(n, "names", func(key, value *yaml.Node) {
		name := Name{Key: key.Value, Pos: d.pos(key)}
		d.text(&name.Go)(value)
		all = append(all, name)
	})
	return all
}
