package generator

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
)

// Watch generates, and again after each tick at which an input is another than before: the config, its documents, their
// overlays, and whatever JSON or YAML lies below a document's folder, where its references may lead. It ends with the
// context, and returns an error only for a bug of ours.
func Watch(ctx context.Context, req Request, tick <-chan time.Time, each func(*Result)) error {
	last := ""
	for {
		if now := inputs(&req); now != last {
			last = now
			res, err := Generate(ctx, req)
			if ctx.Err() != nil {
				return nil
			}
			if err != nil {
				return err
			}
			each(res)
		}
		select {
		case <-tick:
		case <-ctx.Done():
			return nil
		}
	}
}

// inputs says of each file that a run may read how large and how old it is. A config that does not load is an input, too.
func inputs(req *Request) string {
	files := []string{}
	if len(req.Specs) == 0 {
		files = append(files, req.Config)
	}
	for _, s := range (&build{Request: *req}).sdks(&Result{}) {
		files = append(files, s.Overlays...)
		for _, spec := range s.Specs {
			files = append(files, spec.Overlays...)
		}
		for _, file := range s.Files(&diag.Report{}) {
			files = append(files, near(s, file)...)
		}
	}
	slices.Sort(files)
	var b strings.Builder
	for _, file := range slices.Compact(files) {
		if info, err := os.Stat(file); err == nil {
			fmt.Fprintln(&b, file, info.Size(), info.ModTime().UnixNano())
		}
	}
	return b.String()
}

// most is how many files below a document's folder are watched.
const most = 10000

// near are the files that a document may refer to.
func near(s *config.SDK, document string) []string {
	root := s.Root
	if root == "" {
		root = filepath.Dir(document)
	}
	all := []string{document}
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch ext := strings.ToLower(filepath.Ext(path)); {
		case err != nil:
			return nil // it is not there to be read either
		case len(all) > most:
			return fs.SkipAll
		case entry.IsDir() && path != root && (strings.HasPrefix(entry.Name(), ".") || filepath.Clean(path) == filepath.Clean(s.Out)):
			return fs.SkipDir
		case !entry.IsDir() && (ext == ".json" || ext == ".yaml" || ext == ".yml"):
			all = append(all, path)
		}
		return nil
	})
	return all
}
