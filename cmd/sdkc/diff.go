package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/sdkc/sdkc/generator"
)

func diffCommand() *cobra.Command {
	var d diffFlags
	cmd := &cobra.Command{
		Use:   "diff OLD [NEW]",
		Short: "Tell what a change of documents does to the Go API: a table, a version bump, a changelog entry",
		Long: `Diff compiles two states of documents, the new one with the names that the old one published, and tells
what became of the Go API. OLD and NEW are documents, folders of documents, or git revisions of either,
HEAD~1:specs/api.yaml. With -c they are revisions in which that config is read; without NEW the working
tree is the new state. It exits with 1 where a change is as severe as --fail-on.`,
		Example: `  sdkc diff HEAD:specs/api.yaml specs/api.yaml
  sdkc diff -c sdkc.yaml origin/main --format md`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error { return d.run(cmd, args) },
	}
	d.define(cmd)
	return cmd
}

// judgeCommand is what diff runs to ask the rules on documents in a process of their own.
func judgeCommand() *cobra.Command {
	return &cobra.Command{
		Use: "judge-documents", Hidden: true, Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return generator.Judge(cmd.InOrStdin(), cmd.OutOrStdout()) },
	}
}

// diffFlags are those of diff.
type diffFlags struct {
	req    generator.DiffRequest
	format string
	failOn string
	all    bool
}

func (d *diffFlags) define(cmd *cobra.Command) {
	set, req := cmd.Flags(), &d.req
	set.StringVarP(&req.Config, "config", "c", "", "config whose documents are compared; OLD and NEW are revisions then")
	set.StringSliceVar(&req.Only, "only", nil, "name of an SDK of the config (repeatable)")
	set.StringVar(&req.Package, "package", "", "name of the SDK or its package")
	set.StringArrayVar(&req.ClientParams, "client-param", nil, "path param that is set once on the client (repeatable)")
	set.StringVar(&req.Root, "root", "", "folder that documents may refer to files in (default: each document's own)")
	set.BoolVar(&req.Lenient, "lenient", false, "a $ref that leads nowhere is a weaker type, no error")
	set.StringArrayVar(&req.Include, "include", nil, "operations to compare: \"tag NAME\", \"path /PATTERN\" or \"operation ID\" (repeatable)")
	set.StringArrayVar(&req.Exclude, "exclude", nil, "operations to leave out, written as for --include (repeatable)")
	set.BoolVar(&req.KeepUnused, "keep-unused", false, "compare the types of schemas that no operation reaches, too")
	set.IntVar(&req.Jobs, "jobs", 0, "documents compiled at a time (0: as many as processors)")
	set.StringVar(&d.format, "format", "text", "text, json, md or changelog")
	set.StringVar(&d.failOn, "fail-on", "breaking", "exit 1 on: breaking, document (what only the rules on documents call breaking, too), compatible, docs or never")
	set.BoolVar(&d.all, "all", false, "print every change, not a screenful; text only")
	cmd.MarkFlagsMutuallyExclusive("config", "package")
}

func (d *diffFlags) run(cmd *cobra.Command, args []string) error {
	if err := d.validate(args); err != nil {
		return err
	}
	d.req.Old = args[0]
	if len(args) > 1 {
		d.req.New = args[1]
	}
	if self, err := os.Executable(); err == nil {
		d.req.Judge = []string{self, judgeCommand().Use}
	}
	d.req.Progress = progress(cmd.ErrOrStderr())
	res, err := generator.Diff(cmd.Context(), d.req)
	if err != nil {
		return err
	}
	if res.Report == nil {
		f := flags{format: "text"}
		return f.say(cmd.ErrOrStderr(), &res.Result, generator.Errors)
	}
	if err := res.Write(cmd.OutOrStdout(), d.format, d.all); err != nil {
		return err
	}
	if res.Fails(d.failOn) {
		return errRefused
	}
	return nil
}

// validate checks what cobra cannot.
func (d *diffFlags) validate(args []string) error {
	switch d.format {
	case "text", "json", "md", "changelog":
	default:
		return fmt.Errorf("--format %s is not known; it is text, json, md or changelog", d.format)
	}
	switch d.failOn {
	case "breaking", "document", "compatible", "docs", "never":
	default:
		return fmt.Errorf("--fail-on %s is not known; it is breaking, document, compatible, docs or never", d.failOn)
	}
	if len(args) < 2 && d.req.Config == "" {
		return errors.New("diff needs OLD and NEW, or a config with -c")
	}
	return nil
}
