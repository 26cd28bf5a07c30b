package sdk

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// commonServers are the document's servers, or those that all operations name.
func (b *builder) commonServers() []*model.Server {
	counts := make(map[string]int)
	var best []*model.Server
	for _, op := range b.ops {
		if len(op.Servers) == 0 {
			continue
		}
		key := op.Servers[0].URL
		counts[key]++
		if best == nil || counts[key] > counts[best[0].URL] {
			best = op.Servers
		}
	}
	if best != nil && (len(b.doc.Servers) == 0 || counts[best[0].URL] == len(b.ops)) {
		return best
	}
	return b.doc.Servers
}

// mainServer decides where the client's calls go: to the first server that can be reached, over TLS if it is offered both ways.
func (b *builder) mainServer(servers []*model.Server) {
	c := b.pkg.Client
	var chosen *model.Server
	for _, s := range servers {
		if _, why := b.address(s); why == "" && (chosen == nil || s.URL == strings.Replace(chosen.URL, "http://", "https://", 1)) {
			chosen = s
		}
	}
	if chosen != nil {
		c.Template, _ = b.address(chosen)
		c.Template = b.variables(chosen, c.Template)
	} else {
		c.Template = strings.TrimRight(b.opts.Server.URL, "/")
	}
	c.BaseURL = expand(c.Template, c.Variables)
	for _, s := range servers {
		b.reportServer(s, c.BaseURL)
		if s == chosen {
			b.reportInsecure(s)
		}
	}
	b.hosts(chosen)
}

// address is a server's URL with its variables; why says what keeps calls from going there.
func (b *builder) address(s *model.Server) (template, why string) {
	template = strings.TrimRight(strings.TrimSpace(s.URL), "/")
	if strings.HasPrefix(template, "//") {
		template = "https:" + template
	}
	sample := placeholder.ReplaceAllString(expandServer(template, s), "x")
	u, err := url.Parse(sample)
	if err == nil && u.Scheme == "" && u.Host == "" {
		if b.opts.Server.URL == "" {
			return template, "names no host"
		}
		template, sample = b.resolved(template, u)
	}
	if cut := strings.IndexAny(template, "?#"); cut >= 0 {
		template = strings.TrimRight(template[:cut], "/")
	}
	return template, urlProblem(sample, false)
}

// resolved is a relative server's URL, against the address that the config gives.
func (b *builder) resolved(template string, u *url.URL) (resolved, sample string) {
	from, err := url.Parse(b.opts.Server.URL)
	if err != nil {
		return template, u.String() // the config was checked
	}
	sample = strings.TrimRight(from.ResolveReference(u).String(), "/")
	if strings.HasPrefix(template, "/") {
		return from.Scheme + "://" + from.Host + template, sample
	}
	return sample, sample
}

// reportServer says what calls cannot use, and what they use instead.
func (b *builder) reportServer(s *model.Server, base string) {
	_, why := b.address(s)
	d := diag.Diagnostic{Code: "server-url", Severity: diag.Warning, Pos: s.Pos, Cure: "users must give WithBaseURL, path and all"}
	switch {
	case why == "names no host":
		d.Code, d.Cure = "relative-server", d.Cure+", or the config an url under server:"
	case why != "":
	case strings.ContainsAny(s.URL, "?#"):
		d.Severity, d.Cure = diag.Warning, "they are left out"
		why = "has a query or a fragment, which no path can follow"
		base = ""
	default:
		return
	}
	if base != "" {
		d.Cure = "calls go to " + base
	}
	d.Message = fmt.Sprintf("server %q %s", s.URL, why)
	b.report.Add(d)
}

// reportInsecure says where credentials can be read on their way.
func (b *builder) reportInsecure(s *model.Server) {
	template, _ := b.address(s)
	if len(b.doc.Schemes) == 0 || !strings.HasPrefix(template, "http://") || loopback(template) {
		return
	}
	b.report.Add(diag.Diagnostic{
		Code: "insecure-server", Severity: diag.Note, Pos: s.Pos, Message: fmt.Sprintf("server %q is not encrypted", s.URL),
		Cure: "credentials can be read on their way, unless WithBaseURL names an https address",
	})
}

func loopback(template string) bool {
	u, err := url.Parse(template)
	return err == nil && (u.Hostname() == "localhost" || strings.HasPrefix(u.Hostname(), "127.") || u.Hostname() == "::1")
}

// serverChoices bounds the constants of one server's variables.
const serverChoices = 32

// servers are the named choices of base URLs: constants. A variable with an enum has one for each value.
func (b *builder) servers(all []*model.Server) []Server {
	var out []Server
	seen := make(map[string]bool)
	for _, s := range all {
		template, why := b.address(s)
		if why != "" {
			continue // which mainServer has said
		}
		for _, url := range b.choices(s, template) {
			if !seen[url] && !strings.Contains(url, "{") {
				seen[url] = true
				out = append(out, Server{Spec: s, URL: url})
			}
		}
	}
	return out
}

// choices are the URLs that a server's variables lead to, that of the defaults first.
func (b *builder) choices(s *model.Server, template string) []string {
	urls := []string{template}
	var open []string
	for _, v := range s.Variables {
		values := []string{v.Default}
		for _, value := range v.Values {
			if value != v.Default {
				values = append(values, value)
			}
		}
		if len(v.Values) == 0 || len(urls)*len(values) > serverChoices {
			values, open = values[:1], append(open, string(v.Name))
		}
		var more []string
		for _, url := range urls {
			for _, value := range values {
				more = append(more, strings.ReplaceAll(url, "{"+string(v.Name)+"}", value))
			}
		}
		urls = more
	}
	if len(open) > 0 {
		b.report.Add(diag.Diagnostic{
			Code: "server-variable", Severity: diag.Note, Pos: s.Pos,
			Message: fmt.Sprintf("server %q has variables of many values: %s", s.URL, strings.Join(open, ", ")),
			Cure:    "the constants have their defaults; WithServerVariable sets others",
		})
	}
	for i := range urls {
		urls[i] = strings.TrimRight(urls[i], "/")
	}
	return urls
}

// nameServers names the constants: by what the document says of each, else by its host.
func (b *builder) nameServers() {
	c := b.pkg.Client
	ws := make([]*want, len(c.Servers))
	for i, s := range c.Servers {
		first := ""
		if ws := plainWords(string(s.Spec.Doc)); len(ws) > 0 && len(ws) <= 4 {
			first = "Server" + title(withoutWord(ws, "server"), false)
		}
		host := strings.TrimPrefix(strings.TrimPrefix(s.URL, "https://"), "http://")
		ws[i] = &want{key: "server " + s.URL, owner: s.URL, pos: s.Spec.Pos, ladder: rungs(
			rung{strings.TrimSuffix(first, "Server"), ""}, rung{"Server" + exported(host), "host"},
			rung{"Server" + exported(s.URL), "scheme"}, rung{"Server" + exportedSpelled(s.URL), "punctuation"})}
	}
	b.scope.settle(ws)
	for i := range c.Servers {
		c.Servers[i].Name = ws[i].name
	}
}

func withoutWord(ws []string, word string) []string {
	var out []string
	for _, w := range ws {
		if !strings.EqualFold(w, word) {
			out = append(out, w)
		}
	}
	return out
}

// methodServer is the base URL of an operation that does not go to the client's. One that begins with a slash counts from
// the client's host.
func (b *builder) methodServer(op *model.Operation) string {
	c := b.pkg.Client
	for _, s := range op.Servers {
		template, why := b.address(s)
		if why == "names no host" && strings.HasPrefix(template, "/") && c.BaseURL != "" {
			template = b.variables(s, template)
			if u, err := url.Parse(c.BaseURL); err == nil && u.Path == template {
				return ""
			}
			return template
		}
		if why != "" {
			b.reportServer(s, c.BaseURL)
			continue
		}
		if template = b.variables(s, template); template == c.Template {
			return ""
		}
		b.reportInsecure(s)
		return template
	}
	return ""
}

// urlProblem says why nothing can be sent to a URL; "" where something can. A relative one begins with a slash.
func urlProblem(text string, relative bool) string {
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return "does not parse"
	case u.User != nil:
		return "holds credentials"
	case relative && u.Scheme == "" && u.Host == "" && strings.HasPrefix(u.Path, "/"):
		return ""
	case u.Scheme != "http" && u.Scheme != "https":
		return "is not http or https"
	case u.Hostname() == "":
		return "names no host"
	}
	return ""
}
