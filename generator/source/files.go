package source

import (
	"io/fs"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// A file is one that the document is made of.
type file struct {
	path string // below the root document's folder, with slashes: "models/pet.yml"
	name string // as diagnostics name it: "specs/models/pet.yml"
	root *Node  // nil if it was refused

	anchors map[string]*Node // $anchor and $dynamicAnchor, when asked for
	ids     map[string]*Node // $id
}

// files reads each file once, and only below the folder of the root document.
type files struct {
	folder fs.FS  // nil: the root document stands alone
	dir    string // the folder's name, as the user gave it: "specs"
	report *diag.Report

	byPath map[string]*file
	byName map[string]*file
	names  []string // in the order of reading
}

func newFiles(folder fs.FS, dir, name, at string, report *diag.Report) *files {
	f := &files{folder: folder, dir: dir, report: report, byPath: map[string]*file{}, byName: map[string]*file{}}
	f.add(&file{path: at, name: name})
	return f
}

func (f *files) add(one *file) *file {
	f.byPath[one.path], f.byName[one.name] = one, one
	f.names = append(f.names, one.name)
	return one
}

// A problem is why a reference leads nowhere.
type problem struct {
	code          diag.Code
	message, cure string
}

// open reads the file that a reference names, seen from another file.
func (f *files) open(from *file, name string) (*file, *problem) {
	if isURL(name) {
		return nil, &problem{"remote-ref", "is a URL, and nothing is fetched", "save what it names beside the document and refer to the file"}
	}
	var last *problem
	for _, spelling := range []string{name, unescapePercent(name)} {
		at := path.Join(path.Dir(from.path), strings.ReplaceAll(spelling, `\`, "/"))
		if strings.HasPrefix(spelling, "/") || strings.HasPrefix(spelling, `\`) || !fs.ValidPath(at) {
			return nil, &problem{"outside-ref", "leads out of the folder that may be read", "keep all files of the document below its folder, or name a wider one: root: in sdkc.yaml, or --root"}
		}
		if one, ok := f.byPath[at]; ok {
			return one, refused(one)
		}
		one, wrong := f.read(at)
		if wrong == nil {
			return one, nil
		}
		if last = wrong; spelling == unescapePercent(name) {
			break
		}
	}
	return nil, last
}

func (f *files) read(at string) (*file, *problem) {
	if f.folder == nil {
		return nil, &problem{"dangling-ref", "names a file, but this document stands alone", ""}
	}
	info, err := fs.Stat(f.folder, at)
	switch {
	case err != nil && isOutside(err):
		return nil, &problem{"outside-ref", "leads out of the folder that may be read", "keep all files of the document below its folder, or name a wider one: root: in sdkc.yaml, or --root"}
	case err != nil:
		return nil, &problem{"dangling-ref", "names a file that cannot be read: " + reason(err), "check the name; it counts from the file that refers"}
	case !info.Mode().IsRegular():
		return nil, &problem{"dangling-ref", "names something that is no file", "name a file"}
	case info.Size() > maxFileBytes:
		return nil, &problem{"file-too-large", "names a file of more than 64 MiB", "split it"}
	}
	data, err := fs.ReadFile(f.folder, at)
	if err != nil {
		return nil, &problem{"dangling-ref", "names a file that cannot be read: " + reason(err), ""}
	}
	one := f.add(&file{path: at, name: filepath.Join(f.dir, filepath.FromSlash(at))})
	if isProse(at) {
		one.root = prose(one.name, data, f.report)
	} else {
		one.root = parse(one.name, data, f.report)
	}
	if one.root != nil {
		one.root.seal()
	}
	return one, refused(one)
}

func refused(one *file) *problem {
	if one.root == nil {
		return &problem{"dangling-ref", "names a file that was refused", "mend " + one.name}
	}
	return nil
}

// isOutside knows what os.Root says of a symbolic link that leaves the folder.
func isOutside(err error) bool { return strings.Contains(err.Error(), "escapes from parent") }

func isURL(name string) bool {
	if strings.HasPrefix(name, "//") {
		return true
	}
	u, err := url.Parse(name)
	return err == nil && len(u.Scheme) > 1
}

// isProse tells whether a file is text to be shown, not data.
func isProse(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".txt", ".html", ".htm", ".rst", ".adoc":
		return true
	}
	return false
}

func prose(name string, data []byte, report *diag.Report) *Node {
	in, ok := checked(name, data, report)
	if !ok {
		return nil
	}
	return &Node{Kind: String, Value: in, Pos: diag.Pos{File: name, Line: 1, Col: 1}}
}
