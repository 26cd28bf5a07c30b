package docs

import "github.com/sdkc/sdkc/generator/sdk"

// A Readme is the first page of an SDK, and the index of its packages.
type Readme struct {
	Title      Spans
	Doc        Blocks
	Packages   []Row
	Index      Spans // to the pages
	Guide      Spans // to the page about package sdk
	Import     string
	Runtime    string
	Name       string // of the package that the sample uses
	Env        Spans  // variables that the credentials may come from
	Credential string // option with the credentials, as Go; "" where none is needed
	Sample     string // a call, as Go
	Paging     string // a list, as Go; "" where no method is one
	Method     Spans  // that the sample calls
}

// readme is the page at path: the SDK's README.md, or the index of its pages.
func (s *site) readme(path string) Readme {
	page := Readme{Title: plain(s.title())}
	l := &leaf{v: s.volumes[0], path: path}
	page.Guide = linked(l.runtimeLink(""), plain("Errors, options, paging, retries, auth"))
	page.Index = linked(l.to(target{path: indexPath}), plain("All pages"))
	for _, v := range s.volumes {
		var first Spans
		if len(s.volumes) > 1 {
			first = firstLine(l.prose(v.pkg.Doc.Body))
		}
		page.Packages = append(page.Packages, Row{
			Name:  linked(l.to(target{path: v.index()}), code(string(v.pkg.Name))),
			In:    code(v.pkg.Import),
			Notes: join(" · ", plain(docTitle(v.pkg)), first),
		})
	}
	if len(s.volumes) == 1 {
		page.Doc = l.prose(s.volumes[0].pkg.Doc.Body)
	}
	s.show(&page, path)
	return page
}

// title is the SDK's name, or the title of its only document.
func (s *site) title() string {
	if len(s.volumes) == 1 || s.name == "" {
		return docTitle(s.volumes[0].pkg)
	}
	return s.name
}

// show picks what the samples are about: the first method that takes the least, and the first list.
func (s *site) show(page *Readme, path string) {
	v := s.volumes[0]
	l := &leaf{v: v, path: path}
	page.Import, page.Runtime, page.Name = v.pkg.Import, v.pkg.Runtime, string(v.pkg.Name)
	page.Credential = v.pkg.Client.Credential()
	for _, s := range v.pkg.Client.Schemes {
		page.Env = join(", ", page.Env, codes(s.Env))
	}
	var call *sdk.Method
	for _, r := range v.pkg.Resources() {
		for _, m := range r.Methods {
			if m.Paging != nil && page.Paging == "" {
				page.Paging = l.sample(m)
			}
			if simpler(m, call) {
				call = m
			}
		}
	}
	if call != nil {
		page.Sample, page.Method = l.sample(call), l.method(call)
	}
}

// simpler tells whether m makes a better sample than the one so far: a value comes back, nothing is
// deprecated; best is a look at one thing, else what has few path params.
func simpler(m, than *sdk.Method) bool {
	plainResult := m.Paging == nil && (m.Result.Kind == sdk.PointerResult || m.Result.Kind == sdk.ValueResult)
	if !plainResult || m.Doc.Deprecated != "" {
		return false
	}
	return than == nil || effort(m) < effort(than)
}

func effort(m *sdk.Method) int {
	if m.Spec.Method == "GET" && len(m.Args) == 1 {
		return 0
	}
	return 1 + len(m.Args)
}
