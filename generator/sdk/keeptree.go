package sdk

import (
	"slices"
	"sort"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// keepTree puts methods and resources back to where an earlier run published them: a new operation, another tag or a
// shorter common path leads to another tree, and client.Services.Sessions must not become client.Sessions.
func (b *builder) keepTree(all []*group) []*group {
	if len(b.names.lock) == 0 {
		return all
	}
	k := &keeper{builder: b, all: all, byID: make(map[string]*group)}
	for _, g := range all {
		k.byID[g.id] = g
	}
	k.keepIDs()
	k.keepOperations()
	k.keepParents()
	return k.inhabited()
}

type keeper struct {
	*builder
	all  []*group
	byID map[string]*group
}

// home is the resource that had an operation; "" for a new one.
func (b *builder) home(op *model.Operation) string { return b.names.lock["in "+opKey(op)] }

// keepIDs finds the resources whose tag or path has another name now: most of what is known of their operations was
// in a resource that the document no longer leads to.
func (k *keeper) keepIDs() {
	for _, g := range k.all {
		if k.names.knows("resource " + g.id) {
			continue
		}
		votes := make(map[string]int)
		best := ""
		for _, op := range g.ops {
			home := k.home(op)
			if home == "" || k.byID[home] != nil {
				continue
			}
			votes[home]++
			if best == "" || votes[home] > votes[best] || votes[home] == votes[best] && home < best {
				best = home
			}
		}
		if best != "" {
			delete(k.byID, g.id)
			g.id = best
			k.byID[best] = g
		}
	}
}

func (k *keeper) keepOperations() {
	for _, g := range slices.Clone(k.all) {
		var stay []*model.Operation
		for _, op := range g.ops {
			home := k.home(op)
			if home == "" || home == g.id || !k.names.knows("resource "+home) {
				stay = append(stay, op)
				continue
			}
			to := k.group(home)
			to.ops, to.habits = append(to.ops, op), nil
			sort.SliceStable(to.ops, func(i, j int) bool { return k.order[to.ops[i]] < k.order[to.ops[j]] })
		}
		if len(stay) < len(g.ops) {
			g.ops, g.habits = stay, nil
		}
	}
}

// group is a resource by its key; one that the document no longer leads to is made of what the lock says.
func (k *keeper) group(id string) *group {
	if g := k.byID[id]; g != nil {
		return g
	}
	g := &group{id: id, noun: plainWords(k.names.lock["resource "+id])}
	if path, ok := strings.CutPrefix(id, "/"); ok {
		g.base = strings.Split(path, "/")
	} else {
		g.tag = k.tag(model.Wire(strings.TrimPrefix(id, "tag ")))
	}
	if len(g.noun) == 0 {
		g.noun = []string{"Root"}
	}
	g.field, g.aliases = g.noun, [][]string{g.noun}
	k.byID[id] = g
	k.all = append(k.all, g)
	return g
}

// keepParents hangs each known resource where it hung. A new one stays where the document puts it.
func (k *keeper) keepParents() {
	type move struct{ group, to *group }
	var moves []move
	for i := 0; i < len(k.all); i++ { // parents that are made on the way are last
		g := k.all[i]
		if !k.names.knows("resource " + g.id) {
			continue
		}
		var parent *group
		if up := k.names.lock["under "+g.id]; up != "" && k.names.knows("resource "+up) {
			parent = k.group(up)
		}
		if parent != g.parent {
			g.leave()
			moves = append(moves, move{g, parent})
		}
	}
	for _, m := range moves {
		if m.to == nil || m.to.within(m.group) { // the latter where somebody edited the lock
			continue
		}
		m.group.parent = m.to
		m.to.children = append(m.to.children, m.group)
		k.sortChildren(m.to)
	}
}

// leave takes a group out of its parent.
func (g *group) leave() {
	if g.parent != nil {
		g.parent.children = slices.DeleteFunc(g.parent.children, func(c *group) bool { return c == g })
		g.parent = nil
	}
}

// within tells whether a group is another or stands below it.
func (g *group) within(above *group) bool {
	for ; g != nil; g = g.parent {
		if g == above {
			return true
		}
	}
	return false
}

// inhabited are the resources that have methods, or others below them.
func (k *keeper) inhabited() []*group {
	for again := true; again; {
		again = false
		k.all = slices.DeleteFunc(k.all, func(g *group) bool {
			if len(g.ops)+len(g.children) > 0 {
				return false
			}
			g.leave()
			again = true
			return true
		})
	}
	return k.all
}
