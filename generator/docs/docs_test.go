package docs

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sdkc/sdkc/generator/sdk"
)

func printed(t *testing.T, pkgs ...*sdk.Package) map[string]string {
	t.Helper()
	files, err := PrintShared(pkgs, Options{Name: "twilio"})
	for _, p := range pkgs {
		own, problem := Print(p, len(pkgs) > 1)
		files, err = append(files, own...), errors.Join(err, problem)
	}
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

func TestUnionPage(t *testing.T) {
	const want = "# Event\n\n" +
		"Event is one of [`Session`](session.md), [`Labels`](labels.md).\n\n" +
		"`type Event struct` · told apart by `kind` · in the document `event`\n\n" +
		"Package [proxyv1](README.md)\n\n" +
		"It holds one of:\n\n" +
		"| type | told by | |\n|---|---|---|\n" +
		"| [`Session`](session.md) | `kind` is `session` | A session |\n" +
		"| [`Labels`](labels.md) | JSON array |  |\n\n" +
		"`EventOf` wraps one of them, and nothing else compiles. `Variant` returns what it holds, a struct as a pointer; " +
		"a value that fits none of these is an `*sdk.Unknown`, which keeps the JSON as it came.\n\n" +
		"- returned by: [`Events.Watch`](events.md#watch), [`Events.Events`](events.md#events-1)\n"
	if diff := cmp.Diff(want, printed(t, proxy())["docs/proxyv1/event.md"]); diff != "" {
		t.Error(diff)
	}
}

func TestAliasPage(t *testing.T) {
	const want = "# Labels\n\n" +
		"Labels are a session's labels.\n\n" +
		"`type Labels` `[]string` · at most 3 items · no item twice · each format `slug` · in the document `labels`\n\n" +
		"Package [proxyv1](README.md)\n\n" +
		"- part of: [`Event`](event.md)\n"
	if diff := cmp.Diff(want, printed(t, proxy())["docs/proxyv1/labels.md"]); diff != "" {
		t.Error(diff)
	}
}

func TestMethodParts(t *testing.T) {
	page := printed(t, proxy())["docs/proxyv1/events.md"]
	for _, want := range []string{
		"func (e *Events) Watch(ctx context.Context, opts ...sdk.Option) iter.Seq2[Event, error]\n",
		"func (e *Events) Download(ctx context.Context, opts ...sdk.Option) (*sdk.Stream, error)\n",
		"func (e *Events) Errors(ctx context.Context, opts ...sdk.Option) (string, error)\n",
		"func (e *Events) Events(ctx context.Context, body *Extra, opts ...sdk.Option) (Event, error)\n",
		"\n**Deprecated:** the API's document says so.\n",
		"`GET /v1/{AccountSid}/Events`, answered as `text/event-stream`, " +
			"[no credential or OAuth 2.0 with `read` and `gone`](../sdk.md#authentication). " +
			"`{AccountSid}` is the client's: [`WithAccountSID`](README.md#set-once).\n",
		"at `https://media.twilio.com`",
		"| `body` | [`*Extra`](extra.md) | body | optional: nothing is sent for its zero value |\n",
		"event, err := client.Events.Events(ctx, nil)\n",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %q", want)
		}
	}
}

func TestIndexParts(t *testing.T) {
	pages := printed(t, proxy())
	for _, test := range []struct{ page, want string }{
		{"docs/proxyv1/README.md", "| `WithAccountSID` | `AccountSid` | defaults to the user name of basic auth · The account. |\n"},
		{"docs/proxyv1/README.md", "| `accountSid_authToken` | basic auth | `sdk.WithBasicAuth` | or from the environment: `TWILIO_ACCOUNT_SID`, `TWILIO_AUTH_TOKEN` |\n"},
		{"docs/proxyv1/README.md", "| `SessionEndedHandler` | `POST sessionEnded` | [`Session`](session.md) | A session ended. |\n"},
		{"docs/proxyv1/README.md", "  client --> r1[\"Services\"]\n  r1 --> r2[\"Sessions\"]\n"},
		{"README.md", "client := proxyv1.New(sdk.WithBasicAuth(user, password))\n"},
	} {
		if !strings.Contains(pages[test.page], test.want) {
			t.Errorf("%s has no %q", test.page, test.want)
		}
	}
}
