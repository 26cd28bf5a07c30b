package source

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"

	"github.com/sdkc/sdkc/generator/diag"
)

var knownVersion = regexp.MustCompile(`^(2\.0|3\.[012](\.\d+)?(-[0-9A-Za-z.]+)?)$`)

// version is what the document says of its version, checked: kin-openapi would load "4.0.0".
func version(root *Node, report *diag.Report) (string, bool) {
	refuse := func(n *Node, code diag.Code, message, cure string) (string, bool) {
		report.Add(diag.Diagnostic{Code: code, Pos: n.Pos, Pointer: n.where(), Message: message, Cure: cure})
		return "", false
	}
	if root.Kind != Object {
		return refuse(root, "not-openapi", fmt.Sprintf("the document is %s, not an object", article(root.Kind)), `begin it with openapi: "3.0.3"`)
	}
	field, want := root.Get("openapi"), "3.0, 3.1 or 3.2"
	if field == nil {
		field, want = root.Get("swagger"), "2.0"
	}
	if field == nil {
		return refuse(root, "not-openapi", "the document has neither openapi nor swagger", `begin it with openapi: "3.0.3"`)
	}
	if field.Kind != String && field.Kind != Number {
		return refuse(field, "unknown-version", fmt.Sprintf("the version is %s", article(field.Kind)), "write "+want)
	}
	if !knownVersion.MatchString(field.Value) || (field.Value == "2.0") != (want == "2.0") {
		return refuse(field, "unknown-version", fmt.Sprintf("version %.200q is not supported", field.Value), "sdkc reads OpenAPI 3.0, 3.1, 3.2 and 2.0")
	}
	return field.Value, true
}

// reason is what the system says, without the verb and the name that it puts before.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// article is the kind in words: "an array".
func article(k Kind) string {
	switch k {
	case Null:
		return "null"
	case Array, Object:
		return "an " + k.String()
	}
	return "a " + k.String()
}
