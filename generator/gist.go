package generator

import (
	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

// A gist is what the other documents of an SDK, its shared pages and its lock need to know of a package. It is plain
// data: the cache keeps it where the package itself is not made again.
type gist struct {
	Name, Import, Runtime, Dir string
	Title, Doc                 string
	SHA256                     string // of the document
	Operations                 int
	ClientParams               []string
	Schemes                    []string
	Variables                  []string // of servers
	Webhooks                   bool
	Lines                      []config.Line // of the lock
}

func gistOf(p *sdk.Package) *gist {
	g := &gist{
		Name: string(p.Name), Import: p.Import, Runtime: p.Runtime, Dir: p.Dir,
		Title: string(p.Spec.Title), Doc: string(p.Doc.Body), SHA256: p.Spec.SHA256,
		Operations: len(p.Spec.Operations()), Webhooks: len(p.Webhooks) > 0, Lines: linesOf(p),
	}
	for _, param := range p.Client.Params {
		g.ClientParams = append(g.ClientParams, string(param.Spec.Name))
	}
	for _, s := range p.Client.Schemes {
		g.Schemes = append(g.Schemes, string(s.Spec.Name))
	}
	for _, v := range p.Client.Variables {
		g.Variables = append(g.Variables, v.Name)
	}
	return g
}

// cover is a package with what the pages of others show of it, and nothing inside.
func (g *gist) cover() *sdk.Package {
	return &sdk.Package{
		Name: sdk.Ident(g.Name), Import: g.Import, Runtime: g.Runtime, Dir: g.Dir, Doc: sdk.Doc{Body: model.Text(g.Doc)},
		Spec: &model.Document{Title: model.Text(g.Title)}, Client: &sdk.Client{},
	}
}
