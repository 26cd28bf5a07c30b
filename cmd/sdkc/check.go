package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/sdkc/sdkc/generator"
)

// diffLines is how much of a file's diff check prints unless asked for all.
const diffLines = 40

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
			res, err := generator.Check(cmd.Context(), f.req)
			if err != nil {
				return err
			}
			if !f.quiet && f.format == "text" {
				if err := writeDiff(cmd.OutOrStdout(), res, whole); err != nil {
					return err
				}
			}
			end := f.say(cmd.ErrOrStderr(), res, most)
			f.sum(cmd.ErrOrStderr(), res)
			return end
		},
	}
	f.input(cmd)
	f.shared(cmd)
	cmd.Flags().BoolVar(&whole, "diff", false, fmt.Sprintf("print the whole diff, not %d lines of each file", diffLines))
	return cmd
}

func writeDiff(w io.Writer, res *generator.Result, whole bool) error {
	limit := diffLines
	if whole {
		limit = 0
	}
	for _, s := range res.SDKs {
		for _, d := range s.Drift {
			if _, err := w.Write(d.Diff(limit)); err != nil {
				return err
			}
		}
	}
	return nil
}
