package sdk

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// target is the URL of a request: base, expanded template, query.
func (c *call) target() (*url.URL, error) {
	if c.req.next != "" {
		return url.Parse(c.req.next)
	}
	u, err := c.ownTarget()
	if err != nil || c.settings.page == "" {
		return u, err
	}
	return c.client.pageURL(u, c.base, c.settings.page)
}

func (c *call) ownTarget() (*url.URL, error) {
	template, literal, _ := strings.Cut(c.req.template, "?") // some documents put a fixed query into a path
	path, err := c.expand(template)
	if err != nil {
		return nil, err
	}
	u := *c.base
	u.RawPath = strings.TrimRight(c.base.EscapedPath(), "/") + path
	if u.Path, err = url.PathUnescape(u.RawPath); err != nil {
		return nil, err
	}
	query := c.req.query
	for _, p := range c.settings.query {
		query = replaceQuery(query, p.name, p.value.reveal())
	}
	u.RawQuery, u.Fragment, u.RawFragment = string(joinQuery(query)), "", ""
	for _, more := range [...]string{c.req.literal, literal} {
		if more != "" {
			u.RawQuery = strings.TrimRight(more+"&"+u.RawQuery, "&")
		}
	}
	return &u, nil
}

// expand fills a template's placeholders with the request's values and the client's params.
func (c *call) expand(template string) (string, error) {
	var b strings.Builder
	b.Grow(len(template) + 64)
	if !strings.HasPrefix(template, "/") {
		b.WriteByte('/')
	}
	for rest := template; rest != ""; {
		literal, after, found := strings.Cut(rest, "{")
		b.WriteString(escapeBytes(literal, isPathByte, true))
		if !found {
			break
		}
		name, after, found := strings.Cut(after, "}")
		if !found {
			return "", fmt.Errorf("placeholder {%s does not end", name)
		}
		text, err := c.placeholder(name)
		if err != nil {
			return "", err
		}
		b.WriteString(text)
		rest = after
	}
	path := b.String()
	if strings.Contains(path, "/.") {
		for segment := range strings.SplitSeq(path, "/") {
			if segment == "." || segment == ".." {
				return "", fmt.Errorf("path has the segment %q, which would change it", segment)
			}
		}
	}
	return path, nil
}

func (c *call) placeholder(name string) (string, error) {
	for _, p := range c.req.path {
		if p.name == name {
			return p.value, nil
		}
	}
	value, ok := c.client.param(c.settings, name)
	if !ok {
		return "", fmt.Errorf("nothing fills the placeholder {%s}; set it with sdk.WithParam(%q, …)", name, name)
	}
	text, err := pathText(name, scalar(value), "simple", false, escape)
	if err != nil {
		return "", fmt.Errorf("client param %q: %w", name, err)
	}
	return text, nil
}

func isPathByte(c byte) bool { return isUnreserved(c) || strings.IndexByte("/:@!$&'()*+,;=", c) >= 0 }

// safeURL is a URL without what may be secret.
func safeURL(u *url.URL) string {
	own := *u
	own.User, own.RawQuery, own.ForceQuery, own.Fragment, own.RawFragment = nil, "", false, "", ""
	return own.String()
}

// withoutURL takes the URL out of a transport's error: its query may hold a key.
func withoutURL(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}
