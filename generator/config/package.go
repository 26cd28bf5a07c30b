package config

import (
	"fmt"
	"go/token"
	"path/filepath"
	"strings"
)

// packageName keeps of a text what a package name may hold: "Twilio API" is "twilioapi".
func packageName(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r - 'A' + 'a'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, text)
}

// documentPackage names the package of a document for its file, without the name of the SDK,
// which stands in the import path: of twilio, "twilio_proxy_v1.yaml" is "proxyv1". What would
// be no package then keeps the SDK's name: "twilio_type.yaml" is "twiliotype".
func documentPackage(sdk, file string) string {
	base := filepath.Base(file)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	whole, name := packageName(base), packageName(sdk)
	rest, ok := strings.CutPrefix(whole, name)
	if !ok || !separated(base, name) {
		rest = whole
	}
	if PackageProblem(rest) != "" {
		return name + rest
	}
	return rest
}

// separated tells whether the SDK's name is a word of its own at the beginning: "api_v2010" is
// of the SDK api, "apidocs" is not.
func separated(base, name string) bool {
	n := 0 // letters of name that were seen
	for _, r := range strings.ToLower(base) {
		if n == len(name) {
			return r < 'a' || r > 'z'
		}
		if packageName(string(r)) != "" {
			n++
		}
	}
	return n == len(name)
}

// PackageProblem says why a name cannot be a package; "" where it can.
func PackageProblem(name string) string {
	switch {
	case name == "":
		return "it has no letters"
	case packageName(name) != name:
		return "a package has small letters and digits only"
	case name[0] >= '0' && name[0] <= '9':
		return "a package begins with a letter"
	case token.IsKeyword(name):
		return "it is a word of Go's own"
	case name == "sdk":
		return "that is the runtime's"
	case name == "docs" || name == "vendor" || name == "internal" || name == "testdata" || name == "main" || name == "init":
		return fmt.Sprintf("%s is a folder or a name that Go or sdkc keeps for itself", name)
	}
	return ""
}
