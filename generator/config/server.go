package config

import (
	"fmt"
	"net/url"
	"regexp"

	"go.yaml.in/yaml/v3"
)

// server reads where an API is.
func (d *decoder) server(n *yaml.Node, s *Server) {
	d.object(n, "server", []field{
		{key: "url", read: func(n *yaml.Node) {
			d.text(&s.URL)(n)
			u, err := url.Parse(s.URL)
			if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
				d.fail(n, fmt.Sprintf("%q is no address of a server", s.URL), "write https://HOST, and a path if need be")
			}
		}},
		{key: "hosts", read: func(n *yaml.Node) {
			d.list(n, "hosts", func(n *yaml.Node) {
				host := ""
				d.text(&host)(n)
				if !hostTemplate.MatchString(host) {
					d.fail(n, fmt.Sprintf("%q is no host", host), "write labels with dots between them, each a {variable} or not: {product}.{region}.example.com")
				}
				s.Hosts = append(s.Hosts, host)
			})
			if len(s.Hosts) == 1 {
				d.fail(n, "one host is no choice", "put the documents' own last, and the others before it")
			}
		}},
		{key: "env", read: func(n *yaml.Node) {
			d.each(n, "env", func(key, value *yaml.Node) {
				e := ServerEnv{Name: key.Value, Pos: d.pos(key)}
				d.variable(&e.Var)(value)
				s.Env = append(s.Env, e)
			})
		}},
	})
}

// hostTemplate is labels and variables: {product}.twilio.com.
var hostTemplate = regexp.MustCompile(`^(\{[A-Za-z0-9_-]+\}|[A-Za-z0-9-]+)(\.(\{[A-Za-z0-9_-]+\}|[A-Za-z0-9-]+))*$`)
