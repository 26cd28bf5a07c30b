package sdk

import (
	"fmt"
	"sort"
	"strings"
)

// place puts each declaration in a package and a file: with the resource that alone uses it, or among the shared ones.
func (b *builder) place() {
	b.split()
	users := b.users()
	shared := make(map[*Home]*File)
	of := make(map[*Resource]*File)
	for _, g := range b.all {
		f := &File{Resource: g.res, Home: g.res.Home}
		g.res.File = f
		of[g.res] = f
		b.pkg.Files = append(b.pkg.Files, f)
	}
	for _, d := range b.inOrder() {
		h := d.Home()
		if r := users[d]; r.only != nil && !r.several && r.only.Home == h {
			of[r.only].Types = append(of[r.only].Types, d)
			continue
		}
		if h != nil && h.Root != nil {
			of[h.Root].Types = append(of[h.Root].Types, d)
			continue
		}
		if shared[h] == nil {
			shared[h] = &File{Home: h}
		}
		shared[h].Types = append(shared[h].Types, d)
	}
	for _, h := range append([]*Home{nil}, b.pkg.Homes...) {
		if shared[h] != nil {
			b.pkg.Files = append(b.pkg.Files, split(shared[h])...)
		}
	}
	if len(b.pkg.Webhooks) > 0 {
		b.pkg.Files = append(b.pkg.Files, &File{Name: "webhook_handlers", Webhooks: b.pkg.Webhooks})
	}
	b.nameFiles()
}

// A user is the resource that uses a type, if it is one alone.
type user struct {
	only    *Resource
	several bool
}

func (b *builder) users() map[Decl]user {
	users := make(map[Decl]user)
	for _, g := range b.all {
		seen := make(map[Decl]bool)
		for _, m := range g.res.Methods {
			m.reach(seen)
		}
		for d := range seen {
			u := users[d]
			if u.only != nil && u.only != g.res {
				u.several = true
			}
			u.only = g.res
			users[d] = u
		}
	}
	return users
}

// Reaches are the declarations that a method's params, results and errors lead to.
func (m *Method) Reaches() map[Decl]bool {
	seen := make(map[Decl]bool)
	m.reach(seen)
	return seen
}

// Reaches are the declarations that a webhook's body leads to.
func (w *Webhook) Reaches() map[Decl]bool {
	seen := make(map[Decl]bool)
	if w.Event != nil {
		visit(w.Event, seen)
	}
	return seen
}

func (m *Method) reach(seen map[Decl]bool) {
	for _, t := range methodTypes(m) {
		visit(t, seen)
	}
}

func methodTypes(m *Method) []*Type {
	types := []*Type{m.Result.Type, m.Result.Decode}
	for _, a := range m.Args {
		types = append(types, a.Type)
	}
	if m.Body != nil {
		types = append(types, m.Body.Type)
	}
	if m.Params != nil {
		for _, f := range m.Params.Fields {
			types = append(types, f.Type)
		}
	}
	if m.Paging != nil {
		types = append(types, m.Paging.Item)
	}
	if m.Stream != nil {
		types = append(types, m.Stream.Result.Type)
	}
	for _, c := range m.Callbacks {
		types = append(types, c.Event)
	}
	for _, e := range m.Errors {
		types = append(types, e.Type)
	}
	return types
}

// visit notes all declarations that a type leads to.
func visit(t *Type, seen map[Decl]bool) {
	d := t.Root()
	if d == nil || seen[d] {
		return
	}
	seen[d] = true
	switch d := d.(type) {
	case *Object:
		for _, f := range d.Fields {
			visit(f.Type, seen)
		}
		if d.Extra != nil {
			visit(d.Extra.Type, seen)
		}
	case *Union:
		for _, v := range d.Variants {
			visit(v.Type, seen)
		}
	case *Alias:
		visit(d.Type, seen)
	}
}

// most is how many shared types a file holds before they are split by their first letter.
const most = 60

// split keeps shared types in files that can be read.
func split(shared *File) []*File {
	if len(shared.Types) == 0 {
		return nil
	}
	if len(shared.Types) <= most {
		shared.Name = "shared"
		return []*File{shared}
	}
	by := make(map[string]*File)
	for _, d := range shared.Types {
		letter := strings.ToLower(string([]rune(string(d.GoName()))[:1]))
		if letter < "a" || letter > "z" {
			letter = "other"
		}
		if by[letter] == nil {
			by[letter] = &File{Name: "shared_" + letter, Home: shared.Home}
		}
		by[letter].Types = append(by[letter].Types, d)
	}
	var files []*File
	for _, letter := range sortedKeys(by) {
		files = append(files, by[letter])
	}
	return files
}

// nameFiles names the files so that no system takes them for something else: small letters, digits and
// underscores, never an ending that go build reads, never a device of Windows.
func (b *builder) nameFiles() {
	taken := make(map[*Home]map[string]bool)
	for _, h := range append([]*Home{nil}, b.pkg.Homes...) {
		taken[h] = map[string]bool{"client.go": true, "doc.go": true, "example_test.go": true}
	}
	sorted := append([]*File{}, b.pkg.Files...)
	sort.SliceStable(sorted, func(i, j int) bool { return fileStem(sorted[i]) < fileStem(sorted[j]) })
	for _, f := range sorted {
		stem := fileStem(f)
		for taken[f.Home][stem+".go"] {
			stem += "_" + strings.ToLower(hash(fmt.Sprint(stem, f.identity())))
		}
		f.Name = stem + ".go"
		taken[f.Home][f.Name] = true
	}
}

func (f *File) identity() string {
	if f.Resource != nil {
		return string(f.Resource.Name)
	}
	return f.Name
}

// fileStem is a file's name without .go: of CallRecordings, "call_recordings".
func fileStem(f *File) string {
	name := f.Name
	if f.Resource != nil {
		name = snake(string(f.Resource.Name))
	}
	last := name[strings.LastIndexByte(name, '_')+1:]
	if systemWords[last] || devices[name] || name == "client" || name == "doc" {
		name += "_resource"
	}
	return name
}

// snake is a Go name in small letters, digits and underscores.
func snake(name string) string {
	stem := strings.ToLower(strings.Join(plainWords(name), "_"))
	safe := strings.Map(func(r rune) rune {
		if r == '_' || 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, stem)
	if safe != stem || safe == "" {
		safe = strings.Trim(safe+"_"+strings.ToLower(hash(name)), "_")
	}
	if safe[0] == '_' || safe[0] >= '0' && safe[0] <= '9' {
		safe = "x" + safe
	}
	return safe
}

// systemWords end file names that go build reads as constraints or tests.
var systemWords = set(`
	test aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 wasip2
	windows zos unix 386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32
	mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm
`)

// devices are names that Windows keeps for itself.
var devices = set(`con prn aux nul com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9`)
