package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/sdkc/sdkc/generator"
)

func generateCommand() *cobra.Command {
	var f flags
	cmd := &cobra.Command{
		Use:   "generate",
		Short: "Write the SDKs of the config, or one SDK that the flags describe",
		Example: `  sdkc generate
  sdkc generate --spec 'specs/twilio_*.yaml' --out twilio --package twilio --module example.com/twilio`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.validate(cmd); err != nil {
				return err
			}
			f.req.Progress = progress(cmd.ErrOrStderr())
			res, err := generator.Generate(cmd.Context(), f.req)
			if err != nil {
				return err
			}
			end := f.say(cmd.ErrOrStderr(), res, generator.Warnings)
			f.sum(cmd.ErrOrStderr(), res)
			return end
		},
	}
	f.input(cmd)
	f.shared(cmd)
	cmd.Flags().BoolVar(&f.req.DryRun, "dry-run", false, "write nothing; only count what would change")
	return cmd
}

// sum prints a line for each SDK, and the timings. Machines that read the diagnostics are spared.
func (f *flags) sum(w io.Writer, res *generator.Result) {
	if !f.quiet && f.format == "text" {
		for _, s := range res.SDKs {
			if s.Refused() && len(s.Drift) == 0 && !s.Written() {
				fmt.Fprintf(w, "%s: refused; nothing was written to %s\n", s.Name, s.Out)
				continue
			}
			fmt.Fprintln(w, s)
		}
	}
	if f.timings {
		fmt.Fprint(w, res.Timings)
	}
}
