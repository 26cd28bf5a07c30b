package generator

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/sdk"
)

// memory is for how many changes of a document the names of what it lost are kept.
const memory = 8

// nextLock is what a document published now, and, for a while, what it published before and lost.
func nextLock(old *config.LockedDocument, o *outcome) *config.LockedDocument {
	d := &config.LockedDocument{Dir: o.Dir, File: filepath.Base(o.File), Change: 1, SHA256: o.gist.SHA256}
	d.Lines = slices.Clone(o.gist.Lines)
	if old == nil {
		return d
	}
	d.Change = old.Change
	if old.SHA256 != d.SHA256 {
		d.Change++
	}
	d.Lines = append(d.Lines, lost(old.Lines, d)...)
	return d
}

// lost are the lines of things that a document no longer has. Not those that are too old, nor those whose name means
// something else now; and what is kept beside names goes with the thing that it is kept of.
func lost(old []config.Line, now *config.LockedDocument) []config.Line {
	has, here, above := make(map[string]bool), make(map[string]bool), make(map[string]string)
	for _, l := range slices.Concat(old, now.Lines) {
		if l.Kind == "in" || l.Kind == "under" {
			above[l.Top+" "+l.Owner] = l.Value
		}
	}
	for _, l := range now.Lines {
		has[l.Top+" "+l.Key()], has[scopeOf(l, above)] = true, true
		here[l.Top+" "+l.Owner] = true
	}
	owners := maps.Clone(here)
	var all []config.Line
	for _, l := range old {
		if l.Gone == 0 {
			l.Gone = now.Change
		}
		switch {
		case has[l.Top+" "+l.Key()], has[scopeOf(l, above)], now.Change-l.Gone >= memory, here[l.Top+" "+l.Owner] && !l.IsName():
			continue
		case l.Kind == l.Top:
			owners[l.Top+" "+l.Owner] = true
		}
		all = append(all, l)
	}
	return slices.DeleteFunc(all, func(l config.Line) bool { return !owners[l.Top+" "+l.Owner] })
}

// scopeOf is a name with the place in which it means one thing; above are the resources that have methods and others.
func scopeOf(l config.Line, above map[string]string) string {
	switch l.Kind {
	case "schema", "value", "func", "params", "resource", "server", "webhook":
		return "\npackage " + l.Value
	case "operation", "page", "stream":
		return "\nresource " + above[l.Top+" "+l.Owner] + " " + l.Value
	case "field":
		if l.Top == "resource" {
			return "\nresource " + above[l.Top+" "+l.Owner] + " " + l.Value
		}
		return "\n" + l.Top + " " + l.Owner + " " + l.Value
	}
	return "\n" + l.Top + " " + l.Kind + " " + l.Owner
}

// linesOf are the lines of a package as it is.
func linesOf(pkg *sdk.Package) []config.Line {
	names, kept := pkg.Published()
	operations := make(map[string]bool)
	for _, n := range names {
		if strings.HasPrefix(n.Key, "operation ") {
			operations[n.Owner] = true
		}
	}
	var all []config.Line
	for _, n := range names {
		all = append(all, config.NewLine(n.Key, n.Owner, string(n.Name), operations[n.Owner]))
	}
	for _, k := range kept {
		all = append(all, config.NewLine(k.Key, k.Owner, k.Value, operations[k.Owner]))
	}
	return all
}
