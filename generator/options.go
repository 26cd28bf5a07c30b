package generator

import (
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

		KeepUnused: s.KeepUnused, KeyHeader: s.Idempotency,
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

// env names the environment variables that each scheme of a document may take its credential from.
func env(e config.Env, schemes []*model.Scheme) []sdk.SchemeEnv {
	var all []sdk.SchemeEnv
	for _, s := range schemes {
		basic := s.Type == "http" && s.HTTP == "basic"
		switch {
		case basic && e.Username != "" && e.Password != "":
			all = append(all, sdk.SchemeEnv{Scheme: string(s.Name), Vars: []string{e.Username, e.Password}})
		case !basic && e.Token != "":
			all = append(all, sdk.SchemeEnv{Scheme: string(s.Name), Vars: []string{e.Token}})
		}
	}
	return all
}
