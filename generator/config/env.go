package config

import (
	"fmt"
	"regexp"

	"go.yaml.in/yaml/v3"
)

// env reads which environment variables credentials come from.
func (d *decoder) env(n *yaml.Node, e *Env) {
	d.object(n, "env", []field{
		{key: "username", read: d.variable(&e.Username)},
		{key: "password", read: d.variable(&e.Password)},
		{key: "token", read: d.variable(&e.Token)},
		{key: "clientId", read: d.variable(&e.ClientID)},
		{key: "clientSecret", read: d.variable(&e.ClientSecret)},
		{key: "schemes", read: func(n *yaml.Node) {
			d.each(n, "schemes", func(key, value *yaml.Node) {
				s := SchemeEnv{Scheme: key.Value, Pos: d.pos(key)}
				s.Vars = d.variables(value)
				e.Schemes = append(e.Schemes, s)
			})
		}},
	})
	d.pair(n, e.Username, e.Password, "username and password")
	d.pair(n, e.ClientID, e.ClientSecret, "clientId and clientSecret")
}

// pair refuses half of what is used together.
func (d *decoder) pair(n *yaml.Node, one, two, what string) {
	if (one == "") != (two == "") {
		d.fail(n, "env needs both "+what, "name the other variable")
	}
}

// variables are one variable, or the two of a pair.
func (d *decoder) variables(n *yaml.Node) []string {
	vars := make([]string, 1, 2)
	if n.Kind == yaml.ScalarNode {
		d.variable(&vars[0])(n)
		return vars
	}
	vars = vars[:0]
	d.list(n, "a scheme's variables", func(n *yaml.Node) {
		one := ""
		d.variable(&one)(n)
		vars = append(vars, one)
	})
	if len(vars) > 2 {
		d.fail(n, "a scheme has one variable, or two", "name a key or token, user and password, or id and secret")
	}
	return vars
}

var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// variable reads the name of an environment variable.
func (d *decoder) variable(into *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		d.text(into)(n)
		if *into != "" && !variableName.MatchString(*into) {
			d.fail(n, fmt.Sprintf("%q is no name of an environment variable", *into), "write letters, digits and underscores")
		}
	}
}
