// Package revision brings files of a git revision to a folder. It runs git alone, without a shell, and only commands
// that read: no filter, hook or text conversion of the repository is run, and nothing is fetched.
package revision

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// Bounds of what is taken from a revision.
const (
	maxFile  = 64 << 20
	maxTotal = 512 << 20
	maxFiles = 20_000
)

// Named tells whether a text names a file or a folder in a revision: "HEAD~1:specs/api.yaml".
func Named(name string) bool {
	rev, _, ok := strings.Cut(name, ":")
	return ok && len(rev) > 1 && rev[0] != '-' // of one letter are the drives of Windows
}

// Extract writes what "HEAD~1:specs/api.yaml" names to dir, with the files beside and below it that documents refer to,
// and returns where it is now. As git has it, a path counts from the top of the repository, and from here with ./ before it.
func Extract(ctx context.Context, name, dir string) (string, error) {
	rev, file, _ := strings.Cut(name, ":")
	top, err := git(ctx, ".", "rev-parse", "--show-toplevel")
	if err != nil {
		return "", err
	}
	if strings.HasPrefix(file, "./") || strings.HasPrefix(file, "../") {
		prefix, err := git(ctx, ".", "rev-parse", "--show-prefix")
		if err != nil {
			return "", err
		}
		file = path.Join(prefix, file)
	}
	file = path.Clean(file)
	if file != "." && !filepath.IsLocal(file) {
		return "", fmt.Errorf("%s is not in the repository", file)
	}
	tree, err := git(ctx, top, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{tree}")
	if err != nil {
		return "", fmt.Errorf("git knows no revision %q", rev)
	}
	blobs, folder, err := list(ctx, top, tree, file)
	if err != nil {
		return "", err
	}
	if err := write(ctx, top, blobs, dir); err != nil {
		return "", err
	}
	if !folder && !isThere(blobs, file) {
		return "", fmt.Errorf("revision %s has no file or folder %s", rev, file)
	}
	return filepath.Join(dir, filepath.FromSlash(file)), nil
}

func isThere(blobs []blob, file string) bool {
	for _, b := range blobs {
		if b.path == file {
			return true
		}
	}
	return false
}

// A blob is a file of a tree.
type blob struct{ hash, path string }

// list finds the files below a folder, or below the folder of a file, that may belong to documents.
func list(ctx context.Context, top, tree, file string) (blobs []blob, folder bool, err error) {
	in := file
	if kind, err := git(ctx, top, "cat-file", "-t", tree+":"+strings.TrimPrefix(file, ".")); err != nil || kind != "tree" {
		in = path.Dir(file)
	} else {
		folder = true
	}
	args := []string{"--literal-pathspecs", "ls-tree", "-r", "-z", "-l", "--full-tree", tree}
	if in != "." {
		args = append(args, "--", in+"/")
	}
	out, err := git(ctx, top, args...)
	if err != nil {
		return nil, false, err
	}
	total := 0
	for _, line := range strings.Split(strings.TrimSuffix(out, "\x00"), "\x00") {
		facts, name, _ := strings.Cut(line, "\t")
		f := strings.Fields(facts) // mode, type, hash, size
		if len(f) != 4 || f[1] != "blob" || f[0] == "120000" || !belongs(name) && name != file {
			continue
		}
		size, err := strconv.Atoi(f[3])
		if total += size; err != nil || size > maxFile || total > maxTotal || len(blobs) == maxFiles {
			return nil, false, fmt.Errorf("%s is too much to read: name a folder that holds the documents alone", in)
		}
		blobs = append(blobs, blob{f[2], name})
	}
	return blobs, folder, nil
}

// belongs tells whether a document may refer to a file.
func belongs(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".json", ".yaml", ".yml", ".md", ".txt", ".lock":
		return filepath.IsLocal(name)
	}
	return false
}

// write copies blobs to a folder, byte for byte.
func write(ctx context.Context, top string, blobs []blob, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	var wanted bytes.Buffer
	for _, b := range blobs {
		wanted.WriteString(b.hash + "\n")
	}
	cmd := command(ctx, top, "cat-file", "--batch")
	cmd.Stdin = &wanted
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	copied := copyAll(root, blobs, bufio.NewReaderSize(out, 1<<16))
	_, drained := io.Copy(io.Discard, out)
	return errors.Join(copied, drained, cmd.Wait())
}

func copyAll(root *os.Root, blobs []blob, r *bufio.Reader) error {
	for _, b := range blobs {
		header, err := r.ReadString('\n')
		if err != nil {
			return err
		}
		f := strings.Fields(header) // hash, type, size
		if len(f) != 3 {
			return fmt.Errorf("git has no %s: %s", b.path, strings.TrimSpace(header))
		}
		size, err := strconv.Atoi(f[2])
		if err != nil {
			return err
		}
		data := make([]byte, size+1) // and the newline after it
		if _, err := io.ReadFull(r, data); err != nil {
			return err
		}
		if err := root.MkdirAll(filepath.FromSlash(path.Dir(b.path)), 0o755); err != nil {
			return err
		}
		if err := root.WriteFile(filepath.FromSlash(b.path), data[:size], 0o644); err != nil {
			return err
		}
	}
	return nil
}

// git runs a command that reads, and returns what it says.
func git(ctx context.Context, dir string, args ...string) (string, error) {
	cmd := command(ctx, dir, args...)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("git is not installed")
	}
	if err != nil {
		line, _, _ := strings.Cut(complaint.String(), "\n")
		return "", fmt.Errorf("git %s: %s", args[0], strings.TrimPrefix(line, "fatal: "))
	}
	return strings.TrimSuffix(string(out), "\n"), nil
}

func command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "LC_ALL=C")
	return cmd
}
