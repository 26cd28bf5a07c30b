package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/sdkc/sdkc/generator/diag"
)

var (
	errLocked  = errors.New("locked")
	errLink    = errors.New("is a symbolic link")
	errSpecial = errors.New("is a folder or a special file")
)

// A folder is the output folder on disk. Nothing outside it can be reached through it, symbolic
// links included.
type folder struct {
	dir     string
	root    *os.Root // nil: the folder does not exist
	unlock  func()
	created []string // folders that create made, outermost first
	done    bool     // something was written: created folders stay
}

func open(dir string) (*folder, error) {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return &folder{dir: dir}, nil
	}
	if err != nil {
		return nil, err
	}
	return &folder{dir: dir, root: root}, nil
}

func create(dir string) (*folder, error) {
	var created []string
	for up := filepath.Clean(dir); ; up = filepath.Dir(up) {
		if _, err := os.Lstat(up); err == nil || !errors.Is(err, fs.ErrNotExist) || up == filepath.Dir(up) {
			break
		}
		created = append([]string{up}, created...)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	d, err := open(dir)
	if err != nil {
		return nil, err
	}
	d.created = created
	return d, nil
}

func (d *folder) close() {
	if d.unlock != nil {
		d.unlock()
	}
	if d.root != nil {
		d.root.Close()
	}
	if d.done {
		return
	}
	for i := len(d.created) - 1; i >= 0; i-- {
		os.Remove(d.created[i]) // fails where something else was put in meanwhile; then it stays
	}
}

func (d *folder) lock(report *diag.Report) bool {
	unlock, err := lock(d.dir)
	if errors.Is(err, errLocked) {
		report.Add(diag.Diagnostic{
			Code: "output-locked", Pos: diag.Pos{File: d.dir},
			Message: "another sdkc is writing to this folder", Cure: "wait until it is done, then run again",
		})
		return false
	}
	if err != nil {
		report.Add(unwritable(d.dir, err))
		return false
	}
	d.unlock = unlock
	return true
}

// read returns what a path holds; found is false where there is nothing. A path that is no
// ordinary file, or lies behind a link out of the folder, is an error.
func (d *folder) read(p string) (data []byte, found bool, err error) {
	if d.root == nil {
		return nil, false, nil
	}
	info, err := d.root.Lstat(filepath.FromSlash(p))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	if m := info.Mode(); m&fs.ModeSymlink != 0 {
		return nil, true, errLink
	} else if !m.IsRegular() {
		return nil, true, errSpecial
	}
	data, err = d.root.ReadFile(filepath.FromSlash(p))
	return data, true, err
}

// pos is how a path below the folder is named to the user.
func (d *folder) pos(p string) diag.Pos { return diag.Pos{File: path.Join(filepath.ToSlash(d.dir), p)} }

// reason is an error without the path and the system call's name, which the diagnostic's place says.
func reason(err error) string {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err.Error()
	}
	if l, ok := errors.AsType[*os.LinkError](err); ok {
		return l.Err.Error()
	}
	return err.Error()
}
