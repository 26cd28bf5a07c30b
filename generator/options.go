package generator

import (
	"fmt"
	"path"
	"slices"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// options are what package sdk needs to know of a document's place.
func options(s *config.SDK, d config.Document, p place, api *model.Document) sdk.Options {
	opts := sdk.Options{
		Name: sdk.Ident(d.Package), Dir: d.Dir,
		Import: path.Join(p.path, d.Dir), Runtime: path.Join(p.path, "sdk"),
		Names:   map[string]string{},
		NamePos: map[string]diag.Pos{},
		Paging:  append(slices.Clone(s.Paging), d.Paging...),
		Env:     env(s.Env, api.Schemes),
		Server:  server(s.Server),

		Packages:   s.Packages,
		KeepUnused: s.KeepUnused, KeepUnknown: s.KeepUnknown, KeyHeader: s.Idempotency,
	}
	for _, p := range s.ClientParams {
		opts.ClientParams = append(opts.ClientParams, p.Name)
	}
	for _, names := range [][]config.Name{s.Names, d.Names} {
		for _, n := range names {
			opts.Names[n.Key], opts.NamePos[n.Key] = n.Go, n.Pos
		}
	}
	return opts
}

func server(s config.Server) sdk.ServerOptions {
	env := map[string]string{}
	for _, e := range s.Env {
		env[e.Name] = e.Var
	}
	return sdk.ServerOptions{URL: s.URL, Hosts: s.Hosts, Env: env}
}

// env names the environment variables that each scheme of a document may take its credential from.
func env(e config.Env, schemes []*model.Scheme) []sdk.SchemeEnv {
	var all []sdk.SchemeEnv
	for _, s := range schemes {
		if vars := variables(e, s); vars != nil {
			all = append(all, sdk.SchemeEnv{Scheme: string(s.Name), Vars: vars})
		}
	}
	return all
}

func variables(e config.Env, s *model.Scheme) []string {
	for _, own := range e.Schemes {
		if own.Scheme == string(s.Name) {
			return own.Vars
		}
	}
	switch {
	case s.Type == "mutualTLS":
		return nil
	case s.Type == "http" && s.HTTP == "basic":
		if e.Username == "" {
			return nil
		}
		return []string{e.Username, e.Password}
	case s.Type == "oauth2" && e.ClientID != "":
		return []string{e.ClientID, e.ClientSecret}
	case e.Token != "":
		return []string{e.Token}
	}
	return nil
}

// unusedSchemes reports the lines of env that no document's scheme is called.
func (s *SDK) unusedSchemes(lines []config.SchemeEnv, outcomes []*outcome) {
	if len(outcomes) == 0 || slices.ContainsFunc(outcomes, func(o *outcome) bool { return o.gist == nil }) {
		return // what is missing may have them
	}
	for _, line := range lines {
		if slices.ContainsFunc(outcomes, func(o *outcome) bool { return slices.Contains(o.gist.Schemes, line.Scheme) }) {
			continue
		}
		s.report.Add(diag.Diagnostic{
			Code: "unused-scheme", Pos: line.Pos, Message: fmt.Sprintf("no document declares a security scheme %q", line.Scheme),
			Cure: "remove the line, or write the name as under securitySchemes",
		})
	}
}

// unusedVariables reports the lines of server: env: that no document's server has a variable for.
func (s *SDK) unusedVariables(lines []config.ServerEnv, outcomes []*outcome) {
	if len(outcomes) == 0 || slices.ContainsFunc(outcomes, func(o *outcome) bool { return o.gist == nil }) {
		return // what is missing may have them
	}
	for _, line := range lines {
		if slices.ContainsFunc(outcomes, func(o *outcome) bool { return slices.Contains(o.gist.Variables, line.Name) }) {
			continue
		}
		s.report.Add(diag.Diagnostic{
			Code: "unused-variable", Pos: line.Pos, Message: fmt.Sprintf("no server has a variable %q", line.Name),
			Cure: "remove the line, or name the variable under hosts:",
		})
	}
}
