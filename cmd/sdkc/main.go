// Command sdkc compiles OpenAPI documents to a typed Go SDK with its docs.
//
// It knows flags, one call and an exit code; all else is in package generator.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
