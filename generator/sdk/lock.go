package sdk

import (
	"fmt"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
)

// A Kept is what a caller would notice, beside names, if a growing document changed it. Keys are as those of [Decided]:
//
//	in GET /v1/Services        /v1/Services   the resource that has the method
//	under /v1/Services/…       /v1/Services   the resource that has the resource; the client has those without
//	apart /v1/Services         services       the package that the resource has; without: the document's own
//	shared session             types          the package of shared types that has the type
//	sent session               request        fields have the types of what is sent; without: of what is received
//	body POST /v1/Services     form           how a body travels; without: as JSON
//	result GET /v1/Logs        text           what answer is read, and as what; without: 200 as JSON
//
// A list is one that has a page among its names.
type Kept struct {
	Key, Owner, Value string
}

// Published is what a lock must hold for the next run to keep it: names that callers write, and what else they notice.
// The names of arguments and of unexported methods are nobody's.
func (p *Package) Published() ([]Decided, []Kept) {
	var names []Decided
	for _, d := range p.Names {
		if d.Owner != "" && isExported(string(d.Name)) {
			names = append(names, d)
		}
	}
	return names, p.Kept
}

// knows tells whether an earlier run published something of the key.
func (n *names) knows(key string) bool { _, ok := n.lock[key]; return ok }

// live are the keys of the lock that the document still has, and where.
func (b *builder) live() map[string]diag.Pos {
	live := make(map[string]diag.Pos, len(b.names.lock))
	add := func(pos diag.Pos, key string) {
		if b.names.knows(key) {
			live[key] = pos
		}
	}
	if len(b.names.lock) == 0 {
		return live
	}
	enums := make(map[string]diag.Pos)
	for _, s := range b.doc.Schemas {
		key := b.schemaKey(s)
		add(s.Pos, "schema "+key)
		add(s.Pos, "func "+key)
		add(s.Pos, "field "+key+" additionalProperties")
		if s.Enum != nil {
			enums[key] = s.Pos
			for _, v := range s.Enum.Values {
				add(v.Pos, "value "+key+" "+clippedKey(v.Wire))
			}
		}
	}
	b.lostValues(live, enums)
	for _, op := range b.ops {
		for _, kind := range [...]string{"operation ", "params ", "page ", "stream "} {
			add(op.Pos, kind+opKey(op))
		}
	}
	for _, g := range b.all {
		add(g.pos(), "resource "+g.id)
	}
	for _, op := range b.doc.Incoming() {
		add(op.Pos, "webhook "+webhookKey(op))
	}
	for _, s := range b.pkg.Client.Servers {
		add(s.Spec.Pos, "server "+s.URL)
	}
	return live
}

// lostValues adds the values that an enum no longer has. Their names are not free: what a constant is called says nothing
// of what it sends, and no compiler sees the difference.
func (b *builder) lostValues(live, enums map[string]diag.Pos) {
	for key := range b.names.lock {
		rest, ok := strings.CutPrefix(key, "value ")
		if _, has := live[key]; !ok || has {
			continue
		}
		for i, r := range rest {
			if pos, of := enums[rest[:i]]; r == ' ' && of {
				live[key] = pos
			}
		}
	}
}

// remember notes what a growing document must not change, when all is decided.
func (b *builder) remember() {
	keep := func(kind, owner, value string) {
		b.pkg.Kept = append(b.pkg.Kept, Kept{kind + " " + owner, owner, value})
	}
	for _, g := range b.all {
		if g.parent != nil {
			keep("under", g.id, g.parent.id)
		} else if h := g.res.Home; h != nil {
			keep("apart", g.id, string(h.Name))
		}
		for _, op := range g.ops {
			keep("in", opKey(op), g.id)
			if m := b.made[op]; m.BodyKind != NoBody && m.BodyKind != JSONBody {
				keep("body", opKey(op), string(m.BodyKind))
			}
			if line := b.resultLine(op); line != "" {
				keep("result", opKey(op), line)
			}
		}
	}
	for _, d := range b.inOrder() {
		if o, ok := d.(*Object); ok && b.sent(o) {
			keep("sent", b.schemaKey(o.Spec), "request")
		}
		if h := d.Home(); h != nil && h.Root == nil {
			keep("shared", b.schemaKey(d.Schema()), string(h.Name))
		}
	}
}

// sent tells whether an object's fields have the types of what is sent, where absent and zero differ. An object that was
// published as received alone keeps its types when a request takes it, and the other way round.
func (b *builder) sent(o *Object) bool {
	key := b.schemaKey(o.Spec)
	if !b.names.knows("schema " + key) {
		return o.Use.Request
	}
	return b.names.knows("sent " + key)
}

// reportSent says what a request cannot say with an object that keeps the types of what is received.
func (b *builder) reportSent(o *Object) {
	if !o.Use.Request || b.sent(o) {
		return
	}
	for _, f := range o.Fields {
		now := b.placed(f.Prop.Type, f.Required, true, b.files[o.Spec])
		if f.Prop.ReadOnly || now.String() == f.Type.String() {
			continue
		}
		b.report.Add(diag.Diagnostic{
			Code: "kept-type", Severity: diag.Warning, Pos: o.Spec.Pos,
			Message: fmt.Sprintf("requests take %s now, whose fields keep the types of an answer: %s is %s, not %s", o.Name, f.Name, f.Type, now),
			Cure:    fmt.Sprintf("its zero values are not sent; put \"sent request\" below schema %s in sdkc.lock to break callers instead", b.schemaKey(o.Spec)),
		})
		return
	}
}

// successContent is the representation of a method's result; nil without one. What was published stays as it was read
// while the document offers that.
func (b *builder) successContent(op *model.Operation) *model.Content {
	r := b.success(op)
	if r == nil {
		return nil
	}
	if media, _, known := b.keptResult(op); known {
		for _, c := range r.Contents {
			if effective(c).String() == media {
				return c
			}
		}
	}
	return preferred(r.Contents)
}

// success is the response that a method returns: the one that it was published with, or what [success] chooses.
func (b *builder) success(op *model.Operation) *model.Response {
	if _, status, known := b.keptResult(op); known {
		for _, r := range op.Responses {
			if r.Status == status && len(r.Contents) > 0 {
				return r
			}
		}
	}
	return success(op)
}

// keptResult is the media and the status of the result that an operation was published with.
func (b *builder) keptResult(op *model.Operation) (media, status string, known bool) {
	media, status, known = "json", "200", b.names.knows("operation "+opKey(op))
	for _, word := range strings.Fields(b.names.lock["result "+opKey(op)]) {
		if isStatus(word) || word == "2XX" {
			status = word
		} else {
			media = word
		}
	}
	return media, status, known
}

// resultLine is what keptResult reads: "" for JSON with status 200, "201", "text", "events 202".
func (b *builder) resultLine(op *model.Operation) string {
	c := b.successContent(op)
	if c == nil {
		return ""
	}
	media, status := effective(c).String(), b.success(op).Status
	if media == "json" {
		media = ""
	}
	if status == "200" {
		status = ""
	}
	return strings.TrimSpace(media + " " + status)
}
