package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/sdkc/sdkc/generator"
)

func initCommand() *cobra.Command {
	var f flags
	var req generator.InitRequest
	var stdout bool
	cmd := &cobra.Command{
		Use:     "init DOCUMENT",
		Short:   "Write a commented sdkc.yaml for a document, with what sdkc guesses of it",
		Example: "  sdkc init specs/petstore.yaml",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.validate(cmd); err != nil {
				return err
			}
			req.Document = args[0]
			if stdout {
				req.Config = ""
			}
			res, err := generator.Init(cmd.Context(), req)
			if err != nil {
				return err
			}
			if err := f.say(cmd.ErrOrStderr(), &res.Result, generator.Errors); err != nil {
				return err
			}
			if stdout {
				_, err = cmd.OutOrStdout().Write(res.Config)
				return err
			}
			_, err = fmt.Fprintf(cmd.ErrOrStderr(), "%s is written; read its comments, then run sdkc generate\n", req.Config)
			return err
		},
	}
	set := cmd.Flags()
	set.StringVarP(&req.Config, "config", "c", "sdkc.yaml", "config to write")
	set.StringVar(&req.Name, "name", "", "name of the SDK (default: from the document's title)")
	set.StringVar(&req.Out, "out", "", "output folder, below the config's (default: generated/NAME)")
	set.BoolVar(&stdout, "stdout", false, "print the config and write nothing")
	f.formats(cmd)
	return cmd
}
