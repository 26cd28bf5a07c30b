package sdk

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
)

// A Variable is a part of server URLs that callers may choose.
type Variable struct {
	Name    string
	Default string   // "" for none: callers must choose
	Values  []string // empty: any
	Env     string   // environment variable that sets it
}

// WithServerVariable sets a variable of the document's servers: a region, a tenant.
func WithServerVariable(name, value string) Option {
	return func(s *settings) { s.variables = add(s.variables, pair{name, value}) }
}

// variablesFromEnvironment are what options then override.
func variablesFromEnvironment(all []Variable) (set []pair) {
	for _, v := range all {
		if value := os.Getenv(v.Env); v.Env != "" && value != "" {
			set = append(set, pair{v.Name, value})
		}
	}
	return set
}

// server is where a server's URL leads, with the caller's variables.
func (c *Client) server(s *settings, template string) (*url.URL, error) {
	u, err := c.written(s, template)
	if err == nil && len(c.config.Hosts) > 0 {
		err = c.rehost(s, u)
	}
	return u, err
}

// written is a server's URL as the document has it, with its variables filled in.
func (c *Client) written(s *settings, template string) (*url.URL, error) {
	for _, set := range s.variables {
		if c.variable(set.name) == nil {
			return nil, fmt.Errorf("the servers have no variable %q", set.name)
		}
	}
	text, err := c.fill(s, template, nil)
	if err != nil {
		return nil, err
	}
	return parseBase(text)
}

// rehost moves a URL to the first of the configured hosts whose variables are all known.
func (c *Client) rehost(s *settings, u *url.URL) error {
	hosts := c.config.Hosts
	own, ok := captured(hosts[len(hosts)-1], u.Host)
	if !ok {
		return nil
	}
	for _, template := range hosts {
		host, err := c.fill(s, template, own)
		if unset := (*unsetError)(nil); errors.As(err, &unset) {
			continue
		}
		if err == nil {
			u.Host = host
		}
		return err
	}
	return nil
}

// captured finds what {words} of a host's template stand for: "{product}.twilio.com" and "api.twilio.com" make product
// api.
func captured(template, host string) (own []pair, ok bool) {
	parts := strings.Split(host, ".")
	for _, want := range strings.Split(template, ".") {
		if len(parts) == 0 || parts[0] == "" {
			return nil, false
		}
		if name, variable := strings.CutPrefix(want, "{"); variable {
			own = append(own, pair{strings.TrimSuffix(name, "}"), parts[0]})
		} else if !strings.EqualFold(want, parts[0]) {
			return nil, false
		}
		parts = parts[1:]
	}
	return own, len(parts) == 0
}

// fill replaces {variables}.
func (c *Client) fill(s *settings, template string, own []pair) (string, error) {
	if !strings.Contains(template, "{") {
		return template, nil
	}
	var b strings.Builder
	for rest := template; rest != ""; {
		literal, after, _ := strings.Cut(rest, "{")
		b.WriteString(literal)
		name, after, found := strings.Cut(after, "}")
		if !found {
			break
		}
		value, err := c.valueOf(s, name, own)
		if err != nil {
			return "", err
		}
		b.WriteString(value)
		rest = after
	}
	return b.String(), nil
}

// An unsetError says that a variable has no value.
type unsetError struct{ name string }

func (e *unsetError) Error() string {
	return fmt.Sprintf("server variable %q has no value; set it with sdk.WithServerVariable, or sdk.WithBaseURL in its place", e.name)
}

func (c *Client) valueOf(s *settings, name string, own []pair) (string, error) {
	for _, p := range own {
		if p.name == name {
			return p.value, nil
		}
	}
	v := c.variable(name)
	for i := len(s.variables) - 1; v != nil && i >= 0; i-- {
		if s.variables[i].name == name {
			return s.variables[i].value, v.check(s.variables[i].value)
		}
	}
	if v == nil || v.Default == "" {
		return "", &unsetError{name}
	}
	return v.Default, nil
}

func (c *Client) variable(name string) *Variable {
	for i := range c.config.Variables {
		if c.config.Variables[i].Name == name {
			return &c.config.Variables[i]
		}
	}
	return nil
}

// check refuses what the document does not list, or what could lead to another host: credentials would follow.
func (v *Variable) check(value string) error {
	switch {
	case value != "" && (value == v.Default || slices.Contains(v.Values, value)):
		return nil
	case len(v.Values) > 0:
		return fmt.Errorf("server variable %q cannot be %q: it is one of %q", v.Name, value, v.Values)
	case value == "":
		return fmt.Errorf("server variable %q is empty", v.Name)
	}
	for _, r := range value {
		if r > '~' || !isUnreserved(byte(r)) && !strings.ContainsRune(v.Default, r) {
			return fmt.Errorf("server variable %q cannot hold %q", v.Name, r)
		}
	}
	return nil
}
