// Package code prints the Go of an SDK from the names and types that package sdk decided. It
// chooses no name and no type, and knows nothing of OpenAPI. Text of a document reaches Go only
// as a literal (jen.Lit), as a struct tag (tag.go) or as a comment (comment.go).
package code

import (
	"errors"
	"fmt"
	"path"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"github.com/dave/jennifer/jen"
	"github.com/sdkc/sdkc/generator/sdk"
)

// A File is a printed Go file of a package, formatted.
type File struct {
	Name    string // "sessions.go"; below the package's folder: "customers/customers.go"
	Content []byte
}

// A Stamp is what the header of each file says of its origin.
type Stamp struct {
	Version  string // of sdkc: "v0.1.0"
	Document string // as the user named it: "twilio_proxy_v1.json"
	SHA256   string // of the document, in hex
}

// Print prints client.go, then the package's files in their order, then example_test.go. At most
// limit files are printed at a time; the bytes do not depend on it. An error is our own bug.
func Print(p *sdk.Package, stamp Stamp, limit int) ([]File, error) {
	if err := checkNames(p); err != nil {
		return nil, err
	}
	jobs := jobs(p, stamp)
	files := make([]File, len(jobs))
	errs := make([]error, len(jobs))
	each(len(jobs), limit, func(i int) {
		files[i].Name = jobs[i].name
		files[i].Content, errs[i] = renderSafely(jobs[i])
	})
	return files, errors.Join(errs...)
}

// renderSafely makes a panic of its goroutine an error: nobody further up could recover it.
func renderSafely(j job) (content []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("%s: %v\n%s", j.name, cause, debug.Stack())
		}
	}()
	return render(j)
}

// A job is a file to print: print fills a file of its own, so that no node is shared.
type job struct {
	name  string
	pkg   *sdk.Package
	home  *sdk.Home
	homes map[string]*sdk.Home // of all names of the document, where it is split
	stamp Stamp
	test  bool // the file is of package proxyv1_test
	print func(*printer, *jen.File)
}

func jobs(p *sdk.Package, stamp Stamp) []job {
	all := []job{{name: "client.go", pkg: p, stamp: stamp, print: (*printer).client}}
	homes := homesOf(p)
	for _, file := range p.Files {
		all = append(all, job{name: nameIn(file.Home, file.Name), pkg: p, home: file.Home, stamp: stamp, print: func(pr *printer, f *jen.File) {
			pr.file(f, file)
		}})
	}
	for _, home := range p.Homes {
		all = append(all, job{name: nameIn(home, "doc.go"), pkg: p, home: home, stamp: stamp, print: (*printer).homeDoc})
		if home.Root != nil {
			all = append(all, job{name: nameIn(home, "example_test.go"), pkg: p, home: home, stamp: stamp, test: true, print: (*printer).examples})
		}
	}
	for i := range all {
		all[i].homes = homes
	}
	if len(p.Roots) > 0 && len(p.Homes) == 0 {
		all = append(all, job{name: "example_test.go", pkg: p, stamp: stamp, test: true, print: (*printer).examples})
	}
	return all
}

// nameIn is a file's path below the folder of the document's own package.
func nameIn(home *sdk.Home, name string) string {
	if home == nil {
		return name
	}
	return path.Join(home.Dir, name)
}

// each calls do for 0 to n-1, at most limit at a time.
func each(n, limit int, do func(int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range max(1, min(limit, n)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}
