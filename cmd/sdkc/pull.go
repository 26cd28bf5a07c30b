package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/sdkc/sdkc/generator"
)

func pullCommand() *cobra.Command {
	var f flags
	var req generator.PullRequest
	cmd := &cobra.Command{
		Use:   "pull",
		Short: "Fetch the documents that the config names by URL, and pin their SHA-256 in sdkc.sum",
		Long: `Fetch the documents that the config names by URL, byte for byte, and pin their SHA-256 in sdkc.sum.

A document that was changed since it was fetched is not written over, and if one cannot be had, none is written.
With --frozen, as in CI, documents must be those that are pinned; only a missing one is fetched.

SDKC_MIRRORS, "https://from/=https://to/ …", names mirrors, and SDKC_MIRROR_AUTH what they want as Authorization.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.validate(cmd); err != nil {
				return err
			}
			res, err := generator.Pull(cmd.Context(), req)
			if err != nil {
				return err
			}
			if !f.quiet && !res.Failed() {
				for _, d := range res.Documents {
					err = errors.Join(err, line(cmd, "%s: %s, sha256:%s\n", d.File, d.State, d.SHA256))
				}
			}
			return errors.Join(f.say(cmd.ErrOrStderr(), &res.Result, generator.Warnings), err)
		},
	}
	set := cmd.Flags()
	set.StringVarP(&req.Config, "config", "c", "sdkc.yaml", "config to read")
	set.StringSliceVar(&req.Only, "only", nil, "name of an SDK of the config (repeatable)")
	set.BoolVar(&req.Frozen, "frozen", false, "fail unless the documents are those that are pinned")
	set.BoolVar(&req.DryRun, "dry-run", false, "fetch and compare, but write nothing")
	set.BoolVar(&f.quiet, "quiet", false, "print errors only")
	set.StringVar(&f.format, "format", "text", "of diagnostics: text, json or sarif")
	return cmd
}

func line(cmd *cobra.Command, format string, args ...any) error {
	_, err := fmt.Fprintf(cmd.OutOrStdout(), format, args...)
	return err
}
