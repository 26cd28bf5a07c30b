// Command clinic registers a patient and prints who is waiting. It shows how a program uses a client that sdkc writes:
// the document is in specs/, the config in sdkc.yaml, the client in internal/clinic, committed and never edited.
//
//	CLINIC_TOKEN=… clinic Ada
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"example.com/clinic/internal/clinic"
	"example.com/clinic/internal/clinic/sdk"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: clinic NAME")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Stdout, clinic.New(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, w io.Writer, client *clinic.Client, name string) error {
	patient, err := client.Patients.Create(ctx, clinic.NewPatient{
		Name:    name,
		Contact: clinic.ContactOf(clinic.Phone{Number: "+4912345"}),
	})
	var refused *sdk.ErrorBody[clinic.Problem]
	if errors.As(err, &refused) {
		return fmt.Errorf("%s was not registered: %s", name, refused.Body.Message)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "registered %s as %s\n", patient.Name, patient.ID)
	for p, err := range client.Patients.List(ctx, clinic.ListPatientsParams{Limit: new(100)}) {
		if err != nil {
			return err
		}
		if p.State == clinic.StateWaiting {
			fmt.Fprintf(w, "%s is waiting\n", p.Name)
		}
	}
	return nil
}
