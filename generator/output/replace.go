package output

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
)

// Owned tells whether a folder holds output of an earlier run.
func Owned(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, manifestName))
	return err == nil
}

// Writable tells, before anything else is written, why Replace could not replace a file; nil if it could.
func Writable(file string) error {
	temp, err := os.CreateTemp(filepath.Dir(file), tempPrefix+"*")
	if err != nil {
		return errors.New(reason(err))
	}
	temp.Close()
	return os.Remove(temp.Name())
}

// Replace makes a file hold the bytes, or leaves it as it was. One that holds them already is not touched.
func Replace(file string, data []byte) error {
	if have, err := os.ReadFile(file); err == nil && bytes.Equal(have, data) {
		return nil
	}
	temp, err := os.CreateTemp(filepath.Dir(file), tempPrefix+"*")
	if err != nil {
		return errors.New(reason(err))
	}
	_, err = temp.Write(data)
	err = errors.Join(err, temp.Chmod(0o644), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		os.Remove(temp.Name())
		return errors.New(reason(err))
	}
	return nil
}

// Changed tells how a file outside the output differs from what it should hold; nil: not at all.
func Changed(file string, want []byte) *Drift {
	have, err := os.ReadFile(file)
	switch {
	case err != nil:
		return &Drift{Path: filepath.ToSlash(file), Kind: Missing, Want: want}
	case bytes.Equal(have, want):
		return nil
	}
	return &Drift{Path: filepath.ToSlash(file), Kind: Stale, Have: have, Want: want}
}
