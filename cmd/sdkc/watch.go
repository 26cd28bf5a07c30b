package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/sdkc/sdkc/generator"
)

// interval is how often watch looks at the inputs.
const interval = 300 * time.Millisecond

func watchCommand() *cobra.Command {
	var f flags
	cmd := &cobra.Command{
		Use:   "watch",
		Short: "Generate, and again whenever the config or a document changes",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.validate(cmd); err != nil {
				return err
			}
			ticker := time.NewTicker(interval)
			defer ticker.Stop()
			w := cmd.ErrOrStderr()
			return generator.Watch(cmd.Context(), f.req, ticker.C, func(res *generator.Result) {
				if terminal(w) {
					fmt.Fprint(w, "\x1b[H\x1b[2J\x1b[3J") // a clear screen for each run
				}
				fmt.Fprintf(w, "sdkc watch, %s\n\n", time.Now().Format(time.TimeOnly))
				err := f.say(w, res, generator.Warnings)
				f.sum(w, res)
				if err != nil && !errors.Is(err, errRefused) && !errors.Is(err, errUsage) {
					fmt.Fprintln(w, err)
				}
				fmt.Fprintln(w, "\nwaiting for a change; Ctrl-C ends")
			})
		},
	}
	f.input(cmd)
	f.shared(cmd)
	return cmd
}

// terminal tells whether a person looks.
func terminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}
