package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/sdkc/sdkc/generator"
)

// flags are what the commands share.
type flags struct {
	req     generator.Request
	format  string
	quiet   bool
	timings bool
	noCache bool
}

// input adds the flags that say what to compile.
func (f *flags) input(cmd *cobra.Command) {
	set := cmd.Flags()
	set.StringVarP(&f.req.Config, "config", "c", "sdkc.yaml", "config to read")
	set.StringSliceVar(&f.req.Only, "only", nil, "name of an SDK of the config (repeatable)")
	set.StringArrayVar(&f.req.Specs, "spec", nil, "document or glob, instead of a config (repeatable)")
	set.StringVar(&f.req.Out, "out", "", "output folder, with --spec")
	set.StringVar(&f.req.Package, "package", "", "name of the SDK or its package, with --spec")
	set.StringVar(&f.req.Module, "module", "", "module path: write a go.mod into the output folder, with --spec")
	set.StringArrayVar(&f.req.ClientParams, "client-param", nil, "path param that is set once on the client (repeatable), with --spec")
	cmd.MarkFlagsMutuallyExclusive("config", "spec")
	cmd.MarkFlagsMutuallyExclusive("only", "spec")
}

// shared adds the flags that say how to run and to report.
func (f *flags) shared(cmd *cobra.Command) {
	set := cmd.Flags()
	set.IntVar(&f.req.Jobs, "jobs", 0, "documents compiled at a time (0: as many as processors)")
	set.StringVar(&f.req.Root, "root", "", "folder that documents may refer to files in, with documents on the command line (default: each document's own)")
	set.BoolVar(&f.req.Lenient, "lenient", false, "a $ref that leads nowhere is a warning and a weaker type, with documents on the command line")
	set.StringArrayVar(&f.req.Include, "include", nil, "operations to compile: \"tag NAME\", \"path /PATTERN\" or \"operation ID\", with documents on the command line (repeatable)")
	set.StringArrayVar(&f.req.Exclude, "exclude", nil, "operations to leave out, written as for --include (repeatable)")
	set.BoolVar(&f.req.KeepUnused, "keep-unused", false, "types for the schemas that no operation reaches, too, with --spec")
	set.BoolVar(&f.noCache, "no-cache", false, "compile every document, whatever earlier runs left in $SDKC_CACHE or the user's cache folder")
	set.BoolVar(&f.req.Strict, "strict", false, "warnings are errors")
	set.BoolVar(&f.timings, "timings", false, "tell where the time went")
	set.BoolVar(&f.quiet, "quiet", false, "print errors only")
	f.formats(cmd)
}

// validate checks what cobra cannot, and finds the cache.
func (f *flags) validate(cmd *cobra.Command) error {
	f.cache()
	switch f.format {
	case "text", "json", "sarif":
	default:
		return fmt.Errorf("--format %s is not known; it is text, json or sarif", f.format)
	}
	if cmd.Flags().Lookup("out") == nil {
		return nil
	}
	if len(f.req.Specs) > 0 {
		if f.req.Out == "" || f.req.Package == "" {
			return errors.New("--spec needs --out and --package")
		}
		return nil
	}
	for _, name := range []string{"out", "package", "module", "client-param", "root", "lenient", "keep-unused", "include", "exclude"} {
		if cmd.Flags().Changed(name) {
			return fmt.Errorf("--%s goes with --spec; the config says it otherwise", name)
		}
	}
	return nil
}

// say prints the diagnostics and turns the result into the command's end.
func (f *flags) say(w io.Writer, res *generator.Result, level generator.Level) error {
	if f.quiet {
		level = generator.Errors
	}
	if err := res.WriteDiagnostics(w, f.format, level); err != nil {
		return err
	}
	switch {
	case res.Usage:
		return errUsage
	case res.Failed():
		return errRefused
	}
	return nil
}

// formats adds --format, which shells complete.
func (f *flags) formats(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.format, "format", "text", "of diagnostics: text, json or sarif")
	complete := cobra.FixedCompletions([]string{"text", "json", "sarif"}, cobra.ShellCompDirectiveNoFileComp)
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("format", complete))
}

// cache is the folder of what earlier runs compiled: $SDKC_CACHE, or one below the user's cache folder.
func (f *flags) cache() {
	if f.noCache {
		return
	}
	f.req.Cache = os.Getenv("SDKC_CACHE")
	if dir, err := os.UserCacheDir(); err == nil && f.req.Cache == "" {
		f.req.Cache = filepath.Join(dir, "sdkc")
	}
}
