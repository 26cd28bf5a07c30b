package docs

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sdkc/sdkc/generator/sdk"
)

func printed(t *testing.T, pkgs ...*sdk.Package) map[string]string {
	t.Helper()
	files, err := Print(pkgs, Options{Name: "twilio"})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range files {
		if _, ok := all[f.Path]; ok {
			t.Errorf("%s is written twice", f.Path)
		}
		all[f.Path] = string(f.Data)
	}
	return all
}

func TestEnumPage(t *testing.T) {
	const want = "# SessionMode\n\n" +
		"A SessionMode says which traffic a session carries.\n\n" +
		"`type SessionMode string` · in requests and responses · in the document `session_enum_mode`\n\n" +
		"Package [proxyv1](README.md)\n\n" +
		"| constant | value | |\n|---|---|---|\n" +
		"| `SessionModeVoiceOnly` | `voice-only` |  |\n" +
		"| `SessionModeEmpty` | (empty) | **Deprecated:** Use [`SessionModeVoiceOnly`](session_mode.md). |\n\n" +
		"`SessionModeValues` lists them. A server may send other values: they are kept as they come, and `Known` tells them apart.\n\n" +
		"- taken by: [`Sessions.Create`](sessions.md#create)\n" +
		"- part of: [`Session`](session.md)\n"
	if diff := cmp.Diff(want, printed(t, proxy())["docs/proxyv1/session_mode.md"]); diff != "" {
		t.Error(diff)
	}
}
