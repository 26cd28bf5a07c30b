package code

import (
	"bytes"
	"regexp"

	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// packageOf is the name of a home; nil is the document's own package.
func packageOf(p *sdk.Package, home *sdk.Home) string {
	if home == nil {
		return string(p.Name)
	}
	return string(home.Name)
}

// homeDoc prints the doc.go of a package that the document is split into.
func (p *printer) homeDoc(f *jen.File) {
	own := string(p.pkg.Name)
	text := "Package " + string(p.home.Name) + " has the types that several resources of package " + own + " use."
	if r := p.home.Root; r != nil {
		text = "Package " + string(p.home.Name) + " is the part of package " + own + " that stands behind the field " +
			string(r.Field) + " of its client: [" + string(r.Name) + "], all below it, and the types that nothing else uses."
	}
	f.PackageComment(comment(ours(text)))
}

// homesOf tells where each name of a document stands that is split; nil for one that is not.
func homesOf(p *sdk.Package) map[string]*sdk.Home {
	if len(p.Homes) == 0 {
		return nil
	}
	homes := map[string]*sdk.Home{}
	for _, file := range p.Files {
		if file.Resource != nil {
			for _, name := range resourceNames(file.Resource) {
				homes[string(name)] = file.Home
			}
		}
		for _, d := range file.Types {
			for _, name := range declNames(d) {
				homes[string(name)] = file.Home
			}
		}
	}
	return homes
}

// docLink matches what go doc takes for a link to a name: [Session], [Sessions.Create].
var docLink = regexp.MustCompile(`\[\*?([A-Z]\w*)(\.\w+)*\]`)

// qualified puts the package before each name that a comment links to in another one: [types.Session]. Only comments
// have lines that begin with slashes: no literal is longer than a line.
func qualified(src []byte, j job) []byte {
	if j.homes == nil {
		return src
	}
	var out bytes.Buffer
	for line := range bytes.Lines(src) {
		if bytes.HasPrefix(bytes.TrimLeft(line, "\t"), []byte("//")) {
			line = docLink.ReplaceAllFunc(line, func(link []byte) []byte {
				name := bytes.TrimLeft(bytes.Trim(link, "[]"), "*")
				first, _, _ := bytes.Cut(name, []byte("."))
				home := j.homes[string(first)]
				if home == nil || home == j.home {
					return link
				}
				return bytes.Replace(link, name, append([]byte(home.Name+"."), name...), 1)
			})
		}
		out.Write(line)
	}
	return out.Bytes()
}
