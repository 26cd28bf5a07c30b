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

// baseURL is a server's URL with its variables' defaults; "" where it has no host of its own.
func (b *builder) baseURL(s *model.Server) string {
	url := expand(s)
	if !strings.HasPrefix(url, "http://") && !strings.HasPrefix(url, "https://") {
		b.report.Add(diag.Diagnostic{
			Code: "relative-server", Severity: diag.Warning, Pos: s.Pos,
			Message: fmt.Sprintf("server %q names no host", s.URL), Cure: "users must give WithBaseURL, path and all",
		})
		return ""
	}
	return url
}

func expand(s *model.Server) string {
	url := s.URL
	for _, v := range s.Variables {
		url = strings.ReplaceAll(url, "{"+string(v.Name)+"}", v.Default)
	}
	return strings.TrimRight(url, "/")
}

// serverChoices bounds the constants of one server's variables.
const serverChoices = 32

// servers are the named choices of base URLs: constants. A variable with an enum has one for each value.
func (b *builder) servers(all []*model.Server) []Server {
	var out []Server
	seen := make(map[string]bool)
	for _, s := range all {
		for _, url := range b.choices(s) {
			if strings.HasPrefix(url, "http") && !seen[url] {
				seen[url] = true
				out = append(out, Server{Spec: s, URL: url})
			}
		}
	}
	return out
}

// choices are the URLs that a server's variables lead to, that of the defaults first.
func (b *builder) choices(s *model.Server) []string {
	urls := []string{s.URL}
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
			Cure:    "the base URL has their defaults; WithBaseURL sets another",
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
		ws[i] = &want{key: "server " + s.URL, pos: s.Spec.Pos, ladder: rungs(
			rung{strings.TrimSuffix(first, "Server"), ""}, rung{"Server" + exported(host), "host"}, rung{"Server" + exportedSpelled(s.URL), "punctuation"})}
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

// methodServer is the base URL of an operation that does not go to the client's.
func (b *builder) methodServer(op *model.Operation) string {
	if len(op.Servers) == 0 {
		return ""
	}
	url := expand(op.Servers[0])
	if !strings.HasPrefix(url, "http") || url == b.pkg.Client.BaseURL {
		return ""
	}
	return url
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
