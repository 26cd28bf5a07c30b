package sdk

import "strings"

// A provider that says which path is whose child has drawn the tree itself: there each collection's path
// is a resource, whatever its tags say. (Twilio's x-twilio; its tags are machinery: Api20100401MediaInstance.)
func (b *builder) drawn() bool {
	for _, p := range b.doc.Paths {
		if p.Parent != "" || p.Instance || len(p.Dependents) > 0 {
			return true
		}
	}
	return false
}

// drawnGroups are a group a collection path, parted by the provider's own name where it gives one.
func (b *builder) drawnGroups() []*group {
	byKey := make(map[string]*group)
	var all []*group
	for _, op := range b.ops {
		base := collection(b.segments(op.Template()))
		mount := op.Mount
		if mount == "" && op.Path != nil {
			mount = op.Path.Mount
		}
		key := pathKey(base)
		if mount != "" {
			key = pathKey(statics(base)) + " " + mount
		}
		g := byKey[key]
		if g == nil {
			g = &group{id: strings.TrimSpace("/" + strings.Join(base, "/") + " " + mount), base: base, mount: mount, machine: true}
			byKey[key] = g
			all = append(all, g)
		}
		g.ops = append(g.ops, op)
		if g.tag == nil && len(op.Tags) > 0 {
			g.tag = b.tag(op.Tags[0])
		}
	}
	for _, g := range all {
		g.drawnNoun()
	}
	return all
}

// pathKey is a path by which groups are told apart; the names of params do not count.
func pathKey(segs []string) string {
	var b strings.Builder
	for _, s := range segs {
		if isParam(s) {
			s = "{}"
		}
		b.WriteString("/" + s)
	}
	return b.String()
}

// drawnNoun settles the words of a group: the provider's own, else what its operations agree on in the
// number that the path has, else the path's.
func (g *group) drawnNoun() {
	last := lastStatic(g.base)
	for _, op := range g.ops {
		if ws := words(op.ID); len(ws) > 1 && isVerb(ws[0]) {
			g.aliases = append(g.aliases, ws[1:])
		}
	}
	noun := commonNoun(g.ops)
	switch {
	case g.mount != "":
		g.noun = inNumberOf(plainWords(g.mount), last)
	case len(noun) == 0 || len(last) == 0:
		g.noun = last
	case stem(noun[len(noun)-1]) == stem(last[len(last)-1]):
		g.noun = inNumberOf(noun, last)
	case startsWith(noun, last):
		g.noun = last // AvailablePhoneNumberCountry is on /AvailablePhoneNumbers
	default:
		g.noun = noun
	}
	if len(g.noun) == 0 {
		g.noun = []string{"Root"}
	}
	g.aliases = append(g.aliases, g.noun)
	g.field = g.noun
}

// inNumberOf is a noun in the number of the path's word, if they end alike: FlexFlow on /FlexFlows is FlexFlows.
func inNumberOf(noun, path []string) []string {
	if len(noun) == 0 || len(path) == 0 || stem(noun[len(noun)-1]) != stem(path[len(path)-1]) {
		return noun
	}
	return append(noun[:len(noun)-1:len(noun)-1], path[len(path)-1])
}
