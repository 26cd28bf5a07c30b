package sdk

import (
	"regexp"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// client decides what New makes.
func (b *builder) client() {
	c := &Client{Schemes: b.schemes(), KeyHeader: b.opts.KeyHeader}
	b.pkg.Client = c
	servers := b.commonServers()
	b.mainServer(servers)
	if all := b.servers(servers); len(all) > 1 || len(servers) > 1 {
		c.Servers = all
	}
	c.Security = b.commonSecurity()
	c.UserAgent = userAgent(b.opts.Name, b.doc.Version)
	for _, name := range b.opts.ClientParams {
		if p := b.clientParam(name); p != nil {
			c.Params = append(c.Params, p)
		}
	}
}

// clientParam finds the param that a config sets on the client.
func (b *builder) clientParam(name string) *ClientParam {
	for _, op := range b.ops {
		if !strings.Contains(op.Template(), "{"+name+"}") {
			continue
		}
		p := &ClientParam{Option: Ident("With" + exported(name)), Spec: pathParam(op, name)}
		if p.Spec == nil {
			p.Spec = &model.Param{Name: model.Wire(name), In: model.InPath, Required: true, Type: &model.Type{Kind: model.String}}
		}
		if b.isUserName(name) {
			p.Default = "username"
		}
		return p
	}
	return nil
}

// isUserName tells whether a param is the user name of basic auth, as a scheme's own name says: accountSid_authToken. Twilio's
// AccountSid always is.
func (b *builder) isUserName(param string) bool {
	for _, s := range b.doc.Schemes {
		if s.Type != "http" || s.HTTP != "basic" {
			continue
		}
		if startsWith(plainWords(string(s.Name)), plainWords(param)) || exported(param) == "AccountSID" {
			return true
		}
	}
	return false
}

var unsafeAgent = regexp.MustCompile(`[^A-Za-z0-9._-]+`)

// userAgent is the package and the document's version, safe in a header.
func userAgent(name Ident, version model.Text) string {
	v := unsafeAgent.ReplaceAllString(string(version), "-")
	if len(v) > 40 {
		v = v[:40]
	}
	product := unsafeAgent.ReplaceAllString(string(name), "-")
	if v == "" {
		return product
	}
	return product + "/" + v
}
