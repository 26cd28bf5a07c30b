package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sdkc/sdkc/generator"
)

// Exit codes.
const (
	fine    = 0
	refused = 1 // drift, or errors in the input
	usage   = 2 // the command line or the config is wrong
	ours    = 3 // a bug of ours
)

// errRefused and errUsage end a command that has said on stderr what is wrong.
var (
	errRefused = errors.New("refused")
	errUsage   = errors.New("usage")
)

// run executes a command line and returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) (code int) {
	defer func() {
		if cause := recover(); cause != nil {
			code = report(stderr, args, &generator.Bug{Cause: cause, Stack: debug.Stack()})
		}
	}()
	root := rootCommand()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if b, ok := errors.AsType[*generator.Bug](err); ok {
		return report(stderr, args, b)
	}
	switch {
	case err == nil:
		return fine
	case errors.Is(err, errRefused):
		return refused
	case errors.Is(err, errUsage):
		return usage
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "sdkc: interrupted; what was written before is whole")
		return refused
	}
	fmt.Fprintf(stderr, "sdkc: %v\n", err)
	return usage
}

// report prints what a maintainer needs to know of a bug.
func report(w io.Writer, args []string, b *generator.Bug) int {
	fmt.Fprintf(w, "sdkc: %v\n\nPlease report it with the text below, and the document if you may share it.\n\n", b)
	fmt.Fprintf(w, "sdkc %s (%s) %s %s/%s\n", generator.Version, build(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	fmt.Fprintf(w, "args: %s\n%s", strings.Join(args, " "), b.Stack)
	return ours
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "sdkc",
		Short:         "Compile OpenAPI documents to a typed Go SDK with its docs",
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.AddCommand(initCommand(), pullCommand(), generateCommand(), checkCommand(), watchCommand(), lintCommand(), inspectCommand(), diffCommand(), judgeCommand(), versionCommand())
	return root
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "sdkc %s (%s)\n", generator.Version, build())
			return err
		},
	}
}

// build tells which build this is: the module's version, and the commit where it is known.
func build() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}
