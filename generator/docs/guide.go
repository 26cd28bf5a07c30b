package docs

// A Guide is the page about package sdk, which is the same in every SDK but for its samples.
type Guide struct {
	Name       string // of the package that the samples use
	Import     string
	Runtime    string
	Credential string
	Up         Spans
}

func (s *site) guide() Guide {
	p := s.volumes[0].pkg
	l := &leaf{v: s.volumes[0], path: runtimePath}
	g := Guide{Name: string(p.Name), Import: p.Import, Runtime: p.Runtime, Credential: p.Client.Credential()}
	if g.Credential == "" {
		g.Credential = "sdk.WithBearer(token)"
	}
	g.Up = linked(l.to(target{path: indexPath}), plain("All pages"))
	return g
}

// runtimeNames are the names of package sdk that pages link, and the sections that tell of them.
var runtimeNames = map[string]string{
	"sdk.Date": "dates-and-numbers", "sdk.RFC2822": "dates-and-numbers", "sdk.Decimal": "dates-and-numbers",
	"sdk.File": "files-and-streams", "sdk.Stream": "files-and-streams",
	"sdk.Nullable": "optional-and-null", "sdk.Null": "optional-and-null", "sdk.Value": "optional-and-null", "sdk.Ptr": "optional-and-null",
	"sdk.Unknown": "enums-and-unions",
	"sdk.Error":   "errors", "sdk.ErrorBody": "errors",
	"sdk.Collect": "paging", "sdk.First": "paging",
	"sdk.Option": "options",
}
