package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/sdkc/sdkc/generator"
)

func lintCommand() *cobra.Command {
	var f flags
	cmd := &cobra.Command{
		Use:     "lint [DOCUMENT…]",
		Short:   "Print all there is to say of the documents, or of those of the config",
		Example: "  sdkc lint 'specs/*.yaml'",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.validate(cmd); err != nil {
				return err
			}
			f.req.Specs = args
			f.req.Progress = progress(cmd.ErrOrStderr())
			res, err := generator.Lint(cmd.Context(), f.req)
			if err != nil {
				return err
			}
			end := f.say(cmd.OutOrStdout(), res, generator.All) // what lint is asked for, so not on stderr
			if f.timings {
				fmt.Fprint(cmd.ErrOrStderr(), res.Timings)
			}
			return end
		},
	}
	cmd.Flags().StringVarP(&f.req.Config, "config", "c", "sdkc.yaml", "config to read if no document is named")
	f.shared(cmd)
	return cmd
}

func inspectCommand() *cobra.Command {
	var f flags
	var tree, asJSON bool
	cmd := &cobra.Command{
		Use:   "inspect DOCUMENT",
		Short: "Print what sdkc makes of a document: resources, methods and types, or the whole model",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.validate(cmd); err != nil {
				return err
			}
			f.req.Specs = args
			res, err := generator.Inspect(cmd.Context(), f.req)
			if err != nil {
				return err
			}
			write := res.WriteTree
			if asJSON {
				write = res.WriteJSON
			}
			return errors.Join(write(cmd.OutOrStdout()), f.say(cmd.ErrOrStderr(), &res.Result, generator.Warnings))
		},
	}
	cmd.Flags().BoolVar(&tree, "tree", false, "resources with methods, then types (the default)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the model as JSON")
	cmd.MarkFlagsMutuallyExclusive("tree", "json")
	f.shared(cmd)
	return cmd
}
