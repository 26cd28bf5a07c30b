package sdk

import (
	"regexp"
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

var (
	versionSegment = regexp.MustCompile(`^(v\{[^{}]*\}|v\d+([._]\d+)*((alpha|beta|rc|p)\d*)*|\d{4}-\d{2}(-\d{2})?|\d+(\.\d+)*)$`)
	versionWord    = regexp.MustCompile(`(?i)^(v\d+((alpha|beta|rc|p)\d*)*|[a-z]*\d{6,8})$`)
	fileSuffix     = regexp.MustCompile(`\.(json|xml)$`)
	customVerb     = regexp.MustCompile(`[^/]:([A-Za-z]\w*)$`)
	optional       = regexp.MustCompile(`\([^()]*/\)`)
)

// actionOf is the verb that Google's APIs append to a path: "cancel" of /operations/{id}:cancel.
func actionOf(template string) string {
	if m := customVerb.FindStringSubmatch(template); m != nil {
		return m[1]
	}
	return ""
}

// segments are the parts of a path that tell resources apart: without versions, a leading
// "api", ".json", and without what client params fill (/Accounts/{AccountSid}).
func (b *builder) segments(template string) []string {
	if segs, ok := b.segs[template]; ok {
		return segs
	}
	segs := b.cut(template)
	b.segs[template] = segs[:len(segs):len(segs)]
	return b.segs[template]
}

func (b *builder) cut(template string) []string {
	var segs []string
	if i := strings.IndexAny(template, "?#"); i >= 0 {
		template = template[:i]
	}
	if verb := actionOf(template); verb != "" {
		template = strings.TrimSuffix(template, ":"+verb) + "/" + verb
	}
	template = optional.ReplaceAllString(template, "")
	for _, s := range strings.Split(fileSuffix.ReplaceAllString(template, ""), "/") {
		switch {
		case s == "" || versionSegment.MatchString(strings.ToLower(s)):
		case len(segs) == 0 && (s == "api" || s == "apis" || s == "rest"):
		case len(segs) > 0 && b.isClientParam(s):
			segs = segs[:len(segs)-1]
		default:
			segs = append(segs, s)
		}
	}
	return segs
}

func (b *builder) isClientParam(segment string) bool {
	for _, p := range b.opts.ClientParams {
		if segment == "{"+p+"}" {
			return true
		}
	}
	return false
}

// isParam tells whether a segment is a param alone: "{Sid}", not "{a}.{b}" or "x{a}".
func isParam(segment string) bool {
	return strings.HasPrefix(segment, "{") && strings.IndexByte(segment, '}') == len(segment)-1
}

// collection is a path without its last params: "/a/{b}/c/{d}" → a {b} c.
func collection(segs []string) []string {
	for len(segs) > 0 && isParam(segs[len(segs)-1]) {
		segs = segs[:len(segs)-1]
	}
	return segs
}

// statics are the segments that are no params.
func statics(segs []string) []string {
	var out []string
	for _, s := range segs {
		if !isParam(s) {
			out = append(out, s)
		}
	}
	return out
}

// sameSegment tells whether two segments mean the same; the names of params do not count.
func sameSegment(a, b string) bool { return a == b || isParam(a) && isParam(b) }

// hasPrefix tells whether a path begins with another.
func hasPrefix(segs, prefix []string) bool { return commonLen(segs, prefix) == len(prefix) }

// commonLen counts the segments that two paths begin with.
func commonLen(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && sameSegment(a[n], b[n]) {
		n++
	}
	return n
}

// versionOf is the version in a path: "/v2/calls" → "v2"; "" for none.
func versionOf(op *model.Operation) string {
	for _, s := range strings.Split(op.Template(), "/") {
		if versionSegment.MatchString(strings.ToLower(s)) {
			return s
		}
	}
	return ""
}

// pathWords are the words of all static segments and, with params, of theirs.
func pathWords(segs []string, params bool) []string {
	var ws []string
	for _, s := range segs {
		if params || !isParam(s) {
			ws = append(ws, plainWords(s)...)
		}
	}
	return ws
}
