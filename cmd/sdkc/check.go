package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/sdkc/sdkc/generator"
)

// How much of the diff check prints unless asked for all.
const (
	diffFiles = 20
	diffLines = 40 // of each file
)

func checkCommand() *cobra.Command {
	var f flags
	var whole bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Exit 1, and print the diff, if the output is not what generate would write",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.validate(cmd); err != nil {
				return err
			}
			f.req.Progress = progress(cmd.ErrOrStderr())
			res, err := generator.Check(cmd.Context(), f.req)
			if err != nil {
				return err
			}
			if !f.quiet && f.format == "text" {
				if err := writeDiff(cmd.OutOrStdout(), res, whole); err != nil {
					return err
				}
			}
			end := f.say(cmd.ErrOrStderr(), res, generator.Warnings)
			f.sum(cmd.ErrOrStderr(), res)
			return end
		},
	}
	f.input(cmd)
	f.shared(cmd)
	cmd.Flags().BoolVar(&whole, "diff", false, fmt.Sprintf("print the whole diff, which git apply takes, not %d lines of %d files", diffLines, diffFiles))
	return cmd
}

// writeDiff prints the way to what generate would write. The manifest follows from the other files:
// its diff is shown only where it alone differs.
func writeDiff(w io.Writer, res *generator.Result, whole bool) error {
	limit, files := diffLines, diffFiles
	if whole {
		limit, files = 0, math.MaxInt
	}
	if res.Lock != nil {
		files--
		if _, err := w.Write(res.Lock.Diff("", limit)); err != nil {
			return err
		}
	}
	left := 0
	for _, s := range res.SDKs {
		for _, d := range s.Drift {
			if d.Manifest() && len(s.Drift) > 1 {
				continue
			}
			if files == 0 {
				left++
				continue
			}
			files--
			if _, err := w.Write(d.Diff(seen(s.Out), limit)); err != nil {
				return err
			}
		}
	}
	if left > 0 {
		_, err := fmt.Fprintf(w, "… and %d more files; sdkc check --diff prints all\n", left)
		return err
	}
	return nil
}

// seen is a folder as the working directory sees it, where that can be told.
func seen(dir string) string {
	here, err := os.Getwd()
	if err != nil || !filepath.IsAbs(dir) {
		return dir
	}
	if rel, err := filepath.Rel(here, dir); err == nil {
		return rel
	}
	return dir
}
