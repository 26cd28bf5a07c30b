package sdk

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// A Variable is a part of server URLs that users choose.
type Variable struct {
	Spec    *model.Variable // nil for one that only a URL or the config names
	Name    string
	Default string
	Values  []string
	Env     string // environment variable that sets it
}

// ServerOptions are what a config says of servers.
type ServerOptions struct {
	URL   string            // where relative servers count from, and calls go where the document names no server
	Hosts []string          // templates, of which the first counts whose variables are all set; the last is the document's own
	Env   map[string]string // environment variables, by variable
}

// placeholder is a variable in a URL.
var placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

// variables makes the variables of a server's URL those of the client. Where a name stands for two things, the later
// server's is replaced by its default.
func (b *builder) variables(s *model.Server, template string) string {
	return placeholder.ReplaceAllStringFunc(template, func(word string) string {
		name := word[1 : len(word)-1]
		v := b.serverVariable(s, name)
		for _, known := range b.pkg.Client.Variables {
			if known.Name != name {
				continue
			}
			if known.Default == v.Default && slices.Equal(known.Values, v.Values) || v.Default == "" {
				return word
			}
			return v.Default
		}
		b.pkg.Client.Variables = append(b.pkg.Client.Variables, v)
		return word
	})
}

func (b *builder) serverVariable(s *model.Server, name string) *Variable {
	v := &Variable{Name: name, Env: b.opts.Server.Env[name]}
	for _, spec := range s.Variables {
		if string(spec.Name) == name {
			v.Spec, v.Default, v.Values = spec, spec.Default, spec.Values
		}
	}
	if v.Default == "" {
		b.report.Add(diag.Diagnostic{
			Code: "server-variable", Severity: diag.Warning, Pos: s.Pos,
			Message: fmt.Sprintf("variable %q of server %q has no default", name, s.URL),
			Cure:    fmt.Sprintf("users must give sdk.WithServerVariable(%q, …), or WithBaseURL", name),
		})
	}
	return v
}

// expand is a template with the defaults of variables.
func expand(template string, all []*Variable) string {
	return placeholder.ReplaceAllStringFunc(template, func(word string) string {
		for _, v := range all {
			if "{"+v.Name+"}" == word && v.Default != "" {
				return v.Default
			}
		}
		return word
	})
}

func expandServer(template string, s *model.Server) string {
	return placeholder.ReplaceAllStringFunc(template, func(word string) string {
		for _, v := range s.Variables {
			if "{"+string(v.Name)+"}" == word && v.Default != "" {
				return v.Default
			}
		}
		return word
	})
}

// hosts makes variables of what the config's hosts have beside the document's own.
func (b *builder) hosts(chosen *model.Server) {
	c, hosts := b.pkg.Client, b.opts.Server.Hosts
	if len(hosts) == 0 || c.BaseURL == "" {
		return
	}
	own := hosts[len(hosts)-1]
	if !hostFits(own, c.BaseURL) {
		d := diag.Diagnostic{
			Code: "server-hosts", Severity: diag.Warning, Message: fmt.Sprintf("%s is no %s, as the last of hosts: in sdkc.yaml has it", c.BaseURL, own),
			Cure: "calls go there, whatever the variables say",
		}
		if d.Pos.File = b.doc.File; chosen != nil {
			d.Pos = chosen.Pos
		}
		b.report.Add(d)
		return
	}
	c.Hosts = hosts
	for _, host := range hosts {
		for _, word := range placeholder.FindAllString(host, -1) {
			name := word[1 : len(word)-1]
			if strings.Contains(own, word) || slices.ContainsFunc(c.Variables, func(v *Variable) bool { return v.Name == name }) {
				continue
			}
			c.Variables = append(c.Variables, &Variable{Name: name, Env: b.opts.Server.Env[name]})
		}
	}
}

// hostFits tells whether a URL's host has the shape of a template.
func hostFits(template, base string) bool {
	_, rest, _ := strings.Cut(base, "://")
	host, _, _ := strings.Cut(rest, "/")
	want, got := strings.Split(template, "."), strings.Split(host, ".")
	if len(want) != len(got) {
		return false
	}
	for i := range want {
		if !strings.HasPrefix(want[i], "{") && !strings.EqualFold(want[i], got[i]) {
			return false
		}
	}
	return true
}
