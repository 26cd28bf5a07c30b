package cache

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func TestCache(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	c, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	k := NewKey([]byte("a"), []byte("b"))
	if _, ok := c.Get(k); ok {
		t.Error("an empty cache has an entry")
	}
	c.Put(k, []byte("text"))
	if got, ok := c.Get(k); !ok || string(got) != "text" {
		t.Errorf("got %q, %v", got, ok)
	}
	for _, broken := range []string{"", "short", string(make([]byte, 40))} {
		if err := os.WriteFile(c.file(k), []byte(broken), 0o644); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Get(k); ok {
			t.Errorf("a broken entry is %q", got)
		}
	}
	c.Put(k, nil)
	if got, ok := c.Get(k); !ok || len(got) != 0 {
		t.Errorf("an empty entry is %q, %v", got, ok)
	}
}

func TestKeysDiffer(t *testing.T) {
	seen := map[Key]bool{}
	for _, parts := range [][][]byte{nil, {nil}, {[]byte("ab")}, {[]byte("a"), []byte("b")}, {[]byte("ab"), nil}, {nil, []byte("ab")}} {
		k := NewKey(parts...)
		if seen[k] {
			t.Errorf("%q has the key of another list", parts)
		}
		seen[k] = true
	}
}

// Two runs may write one entry at once: a reader sees a whole one.
func TestTwoWriters(t *testing.T) {
	c, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	k := NewKey()
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 50 {
				c.Put(k, make([]byte, 1<<16))
				if got, ok := c.Get(k); !ok || len(got) != 1<<16 {
					t.Errorf("%d bytes, %v", len(got), ok)
				}
			}
		})
	}
	group.Wait()
}

func TestTrim(t *testing.T) {
	c, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	used, idle := NewKey([]byte("used")), NewKey([]byte("idle"))
	c.Put(used, nil)
	c.Put(idle, nil)
	now := time.Now()
	c.Used(nil, now)
	c.Used([]Key{used}, now.Add(8*24*time.Hour))
	c.Used(nil, now.Add(15*24*time.Hour))
	_, first := c.Get(used)
	_, second := c.Get(idle)
	if !first || second {
		t.Errorf("the used entry is there: %v, the idle one: %v", first, second)
	}
}

func TestUnwritable(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(file, "cache")); err == nil {
		t.Error("a cache below a file opens")
	}
}
