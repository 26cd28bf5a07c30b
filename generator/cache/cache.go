// Package cache keeps bytes by a key that says all that they depend on. It is safe for two runs at once, and what is
// broken in it is as if it were not there. It does not know what it keeps.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A Cache is a folder.
type Cache struct{ dir string }

// Open makes the folder if there is none, and finds out whether it can be written.
func Open(dir string) (*Cache, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	temp, err := os.CreateTemp(dir, "new-*")
	if err != nil {
		return nil, err
	}
	temp.Close()
	return &Cache{dir}, os.Remove(temp.Name())
}

// A Key is a digest of everything that an entry depends on.
type Key [sha256.Size]byte

// NewKey makes a key of parts; no two lists of parts have one.
func NewKey(parts ...[]byte) Key {
	h := sha256.New()
	for _, p := range parts {
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(p))))
		h.Write(p)
	}
	return Key(h.Sum(nil))
}

func (c *Cache) file(k Key) string { return filepath.Join(c.dir, hex.EncodeToString(k[:])) }

// Get returns an entry; false if there is none, or none that is whole.
func (c *Cache) Get(k Key) ([]byte, bool) {
	data, err := os.ReadFile(c.file(k))
	if err != nil || len(data) < sha256.Size {
		return nil, false
	}
	sum := sha256.Sum256(data[sha256.Size:])
	if !bytes.Equal(sum[:], data[:sha256.Size]) {
		return nil, false
	}
	return data[sha256.Size:], true
}

// Put keeps an entry. One that cannot be written is made again next time.
func (c *Cache) Put(k Key, data []byte) {
	temp, err := os.CreateTemp(c.dir, "new-*")
	if err != nil {
		return
	}
	sum := sha256.Sum256(data)
	_, err1 := temp.Write(sum[:])
	_, err2 := temp.Write(data)
	if err3 := temp.Close(); err1 != nil || err2 != nil || err3 != nil || os.Rename(temp.Name(), c.file(k)) != nil {
		os.Remove(temp.Name())
	}
}

const (
	kept  = 10 * 24 * time.Hour // after an entry was last used
	often = 24 * time.Hour      // between two looks for old entries
)

// Used notes which entries a run needed, and removes, at most once a day, those that no run needed for ten.
func (c *Cache) Used(keys []Key, now time.Time) {
	for _, k := range keys {
		if info, err := os.Stat(c.file(k)); err == nil && now.Sub(info.ModTime()) > often {
			_ = os.Chtimes(c.file(k), now, now) // it may be gone: then nothing is to be noted
		}
	}
	marker := filepath.Join(c.dir, "trimmed")
	if info, err := os.Stat(marker); err == nil && now.Sub(info.ModTime()) < often {
		return
	}
	if os.WriteFile(marker, nil, 0o644) != nil {
		return
	}
	_ = filepath.WalkDir(c.dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil
		}
		if info, err := entry.Info(); err == nil && now.Sub(info.ModTime()) > kept {
			_ = os.Remove(path) // another run may be quicker
		}
		return nil
	})
}
