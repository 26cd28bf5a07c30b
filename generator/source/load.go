package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// Load reads the document of a file and what it refers to. It returns nil when the document is
// refused; the report has all that is wrong with it, and the warnings.
func Load(name string, opts Options, report *diag.Report) *Document {
	data, ok := readFile(name, report)
	if !ok {
		return nil
	}
	return Read(name, data, opts, report)
}

// Read is Load for a document already in memory.
func Read(name string, data []byte, opts Options, report *diag.Report) *Document {
	root := parse(name, data, report)
	if root == nil {
		return nil
	}
	version, ok := version(root, report)
	if !ok {
		return nil
	}
	root.seal()
	sum := sha256.Sum256(data)
	return &Document{Name: name, SHA256: hex.EncodeToString(sum[:]), Files: []string{name}, Version: version, Root: root}
}

// parse reads JSON where the text begins with a brace or bracket, else YAML.
func parse(name string, data []byte, report *diag.Report) *Node {
	in, ok := text(name, data, report)
	if !ok {
		return nil
	}
	if trimmed := strings.TrimLeft(in, " \t\r\n"); trimmed[0] == '{' || trimmed[0] == '[' {
		return readJSON(name, in, report)
	}
	return readYAML(name, in, report)
}

func readFile(name string, report *diag.Report) ([]byte, bool) {
	refuse := func(code diag.Code, message, cure string) ([]byte, bool) {
		report.Add(diag.Diagnostic{Code: code, Pos: diag.Pos{File: name, Line: 1, Col: 1}, Message: message, Cure: cure})
		return nil, false
	}
	info, err := os.Stat(name)
	switch {
	case os.IsNotExist(err):
		return refuse("missing-file", "there is no such file", "check the name")
	case err != nil:
		return refuse("unreadable-file", reason(err), "make the file readable")
	case info.IsDir():
		return refuse("not-a-file", "this is a directory", "name the OpenAPI document in it")
	case !info.Mode().IsRegular():
		return refuse("not-a-file", "this is no ordinary file", "name a file on disk")
	case info.Size() > maxFileBytes:
		return refuse("file-too-large", fmt.Sprintf("the file has %d bytes, the limit is %d", info.Size(), maxFileBytes), "leave out what no client needs")
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return refuse("unreadable-file", reason(err), "make the file readable")
	}
	return data, true
}
