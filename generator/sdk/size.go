package sdk

import (
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/config"
)

// budget is the memory that compiling one package may take, in kB. A document whose package would take more is split:
// 300 MB is what a small CI machine has left for each of several compilers, and what an editor's type checker answers
// within a second.
const budget = 300_000

// What a package's parts cost the compiler at its peak, in kB, measured with Go 1.26 on two cores over Stripe, GitHub,
// OpenAI, Kubernetes, Vapi, Docker, DigitalOcean and five documents of Twilio, whose packages took 51 to 837 MB: the sums
// are within 6 % of what was measured above 100 MB. Fields and constants cost next to nothing; methods, and types that
// have some, do.
const (
	baseCost     = 52_000 // what is imported
	structCost   = 14
	unionCost    = 145
	enumCost     = 260
	methodCost   = 130
	nullableCost = 560 // for each type of which there is a Nullable
)

// apart tells whether the document becomes several packages.
func (b *builder) apart() bool {
	if len(b.pkg.Roots) == 0 || b.opts.Packages == config.Single {
		return false
	}
	if b.opts.Packages == config.ByResource {
		return true
	}
	if known, apart := b.publishedApart(); known {
		return apart
	}
	return b.cost(b.inOrder(), b.pkg.Resources()) > budget
}

// publishedApart tells whether an earlier run published the document, and as several packages. It stays as it was: what
// grows must not move all types to other packages.
func (b *builder) publishedApart() (known, apart bool) {
	for key := range b.names.lock {
		known = known || strings.HasPrefix(key, "operation ")
		apart = apart || strings.HasPrefix(key, "apart ")
	}
	return known, apart
}

// cost is about how much memory compiling a package takes, in kB.
func (b *builder) cost(types []Decl, resources []*Resource) int {
	c := coster{nullable: make(map[string]bool), sum: baseCost}
	for _, d := range types {
		c.decl(d)
	}
	for _, r := range resources {
		c.sum += structCost
		for _, m := range r.Methods {
			c.method(m)
		}
	}
	return c.sum + nullableCost*len(c.nullable)
}

type coster struct {
	nullable map[string]bool
	sum      int
}

func (c *coster) decl(d Decl) {
	switch d := d.(type) {
	case *Object:
		c.sum += structCost
		c.fields(d.Fields)
	case *Union:
		c.sum += unionCost
	case *Enum:
		c.sum += enumCost
	}
}

func (c *coster) fields(all []*Field) {
	for _, f := range all {
		if f.Type.Shape == Nullable {
			c.nullable[f.Type.Elem.String()] = true
		}
	}
}

func (c *coster) method(m *Method) {
	beside := []bool{true, m.Paging != nil, m.Stream != nil}
	c.sum += methodCost * len(slices.DeleteFunc(beside, func(is bool) bool { return !is }))
	if m.Params != nil {
		c.sum += structCost
		c.fields(m.Params.Fields)
	}
}
