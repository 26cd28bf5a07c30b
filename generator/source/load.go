package source

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
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
	if opts.Folder == "" {
		opts.Folder = filepath.Dir(name)
	}
	folder, at, err := sandbox(opts.Folder, name)
	if err != nil {
		report.Add(diag.Diagnostic{Code: "unreadable-file", Pos: diag.Pos{File: name, Line: 1, Col: 1}, Message: reason(err)})
		return nil
	}
	defer folder.Close()
	return read(data, newFiles(folder.FS(), opts.Folder, name, at, report), opts)
}

// sandbox opens the folder that a document may refer into, and tells where in it the document is.
func sandbox(folder, name string) (*os.Root, string, error) {
	from, err := filepath.Abs(folder)
	if err != nil {
		return nil, "", err
	}
	to, err := filepath.Abs(name)
	if err != nil {
		return nil, "", err
	}
	at, err := filepath.Rel(from, to)
	if err != nil || !filepath.IsLocal(at) {
		return nil, "", fmt.Errorf("the document is not below %s", folder)
	}
	root, err := os.OpenRoot(folder)
	return root, filepath.ToSlash(at), err
}

// Read is Load for a document in memory, which stands alone.
func Read(name string, data []byte, opts Options, report *diag.Report) *Document {
	return read(data, newFiles(nil, filepath.Dir(name), name, filepath.Base(name), report), opts)
}

// ReadFS is Load for a document in a file system, which may refer to the other files there.
func ReadFS(fsys fs.FS, name string, opts Options, report *diag.Report) *Document {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		report.Add(diag.Diagnostic{Code: "missing-file", Pos: diag.Pos{File: name, Line: 1, Col: 1}, Message: reason(err)})
		return nil
	}
	if opts.Folder == "" {
		opts.Folder = path.Dir(name)
	}
	folder, err := fs.Sub(fsys, opts.Folder)
	at, outside := filepath.Rel(opts.Folder, name)
	if err = errors.Join(err, outside); err != nil {
		report.Add(diag.Diagnostic{Code: "missing-file", Pos: diag.Pos{File: name, Line: 1, Col: 1}, Message: reason(err)})
		return nil
	}
	return read(data, newFiles(folder, opts.Folder, name, filepath.ToSlash(at), report), opts)
}

func read(data []byte, files *files, opts Options) *Document {
	name, report := files.names[0], files.report
	root := parse(name, data, report)
	if root == nil {
		return nil
	}
	if !overlays(root, opts.Overlays, report) {
		return nil
	}
	version, ok := version(root, report)
	if !ok {
		return nil
	}
	extensions(root, report)
	files.byName[name].root = root
	files.names = append(files.names, opts.Overlays...)
	before := len(report.List)
	kind := documentObject
	if version == "2.0" {
		kind = swaggerObject
	}
	newBundler(files, kind, opts, report).bundle()
	refusePaths(root, opts.Lenient, report)
	if (&diag.Report{List: report.List[before:]}).Failed() {
		return nil
	}
	if version == "2.0" {
		convert(root, report)
	}
	idle := choose(root, opts.Selection, report)
	shape(root, report)
	root.seal()
	sum := sha256.Sum256(data)
	return &Document{Name: name, SHA256: hex.EncodeToString(sum[:]), Files: files.names, Version: version, Root: root, Idle: idle}
}

// overlays applies the overlay files in order; false if one of them is refused.
func overlays(root *Node, names []string, report *diag.Report) bool {
	var said diag.Report
	for _, name := range names {
		if data, ok := readFile(name, &said); ok {
			if document := parse(name, data, &said); document != nil {
				overlay(root, document, &said)
			}
		}
	}
	report.List = append(report.List, said.List...)
	return !said.Failed()
}

// parse reads JSON where the text begins with a brace or bracket, else YAML. A YAML file may begin
// with a brace, too: what is no JSON there gets a second chance.
func parse(name string, data []byte, report *diag.Report) *Node {
	in, ok := checked(name, data, report)
	if !ok {
		return nil
	}
	if trimmed := strings.TrimLeft(in, " \t\r\n"); trimmed[0] == '{' || trimmed[0] == '[' {
		var first diag.Report
		root := readJSON(name, in, &first)
		if ext := filepath.Ext(name); root != nil || ext != ".yaml" && ext != ".yml" || first.List[0].Code != "bad-json" {
			report.List = append(report.List, first.List...)
			return root
		}
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
