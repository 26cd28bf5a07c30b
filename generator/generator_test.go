package generator

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sdkc/sdkc/generator/config"
	"github.com/sdkc/sdkc/generator/diag"
	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/sdk"
)

const calls = `openapi: 3.0.3
info: {title: Calls, version: 1.0.0}
servers: [{url: https://calls.example}]
security: [{login: []}]
paths:
  /accounts/{AccountSid}/calls/{Sid}:
    get:
      operationId: FetchCall
      parameters:
        - {name: AccountSid, in: path, required: true, schema: {type: string}}
        - {name: Sid, in: path, required: true, schema: {type: string}}
      responses:
        '200': {description: A call., content: {application/json: {schema: {$ref: '#/components/schemas/call'}}}}
components:
  securitySchemes: {login: {type: http, scheme: basic}}
  schemas:
    call: {type: object, properties: {sid: {type: string}, status: {$ref: '#/components/schemas/call_status'}}}
    call_status: {type: string, enum: [queued, in-progress]}
`

func TestBytesDoNotDependOnJobs(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"a_v1.yaml", "b_v1.yaml", "c_v1.yaml"} {
		put(t, name, calls)
	}
	var first []byte
	for _, jobs := range []int{1, 2, 8} {
		before := runtime.GOMAXPROCS(jobs)
		res, err := Compile(t.Context(), Request{Specs: []string{"*.yaml"}, Out: "out", Package: "x", Module: "example.com/x", Jobs: jobs})
		runtime.GOMAXPROCS(before)
		if err != nil || res.Failed() {
			t.Fatal(err, res.Diagnostics)
		}
		var all bytes.Buffer
		for _, f := range res.SDKs[0].Files {
			all.WriteString(f.Path + "\n")
			all.Write(f.Data)
		}
		if first == nil {
			first = all.Bytes()
		}
		if !bytes.Equal(first, all.Bytes()) {
			t.Errorf("%d jobs lead to other bytes than 1", jobs)
		}
	}
}

func TestConfigReachesTheCode(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "a_v1.yaml", calls)
	put(t, "go.mod", "module example.com/app\n")
	put(t, "sdkc.yaml", `version: 1
sdks:
  - name: a
    specs: [a_*.yaml]
    out: sdks/a
    clientParams: [AccountSid]
    env: {username: A_SID, password: A_TOKEN}
    names: {schema call_status: CallState}
`)
	res, err := Compile(t.Context(), Request{Config: "sdkc.yaml"})
	if err != nil || res.Failed() {
		t.Fatal(err, res.Diagnostics)
	}
	text := map[string]string{}
	for _, f := range res.SDKs[0].Files {
		text[f.Path] = string(f.Data)
	}
	for _, want := range []struct{ file, text string }{
		{"v1/client.go", `"example.com/app/sdks/a/sdk"`},
		{"v1/client.go", "func WithAccountSID("},
		{"v1/client.go", `"A_SID"`},
		{"v1/client.go", `"A_TOKEN"`},
		{"v1/client.go", "from a_v1.yaml sha256:"},
		{"v1/calls.go", "type CallState string"},
		{"v1/calls.go", "Fetch(ctx context.Context, sid string, opts ...sdk.Option)"},
	} {
		if !strings.Contains(text[want.file], want.text) {
			t.Errorf("%s lacks %s:\n%s", want.file, want.text, text[want.file])
		}
	}
	if _, ok := text["go.mod"]; ok {
		t.Error("a go.mod was made though nobody asked for it")
	}
}

// A name of the config may fit one document of several; one that fits none is an error.
func TestUnusedNames(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "a_v1.yaml", calls)
	put(t, "b_v1.yaml", strings.ReplaceAll(calls, "call_status", "other"))
	put(t, "sdkc.yaml", `version: 1
sdks:
  - name: x
    specs: [a_v1.yaml, {file: b_v1.yaml, names: {schema missing: Missing}}]
    out: out
    module: example.com/x
    names:
      schema call_status: CallState
      schema nowhere: Nowhere
`)
	res, err := Compile(t.Context(), Request{Config: "sdkc.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range res.Diagnostics {
		if d.Severity == diag.Error {
			got = append(got, d.String())
		}
	}
	want := []string{
		`sdkc.yaml:4:50: names: nothing is called "schema missing"; remove the line`,
		`sdkc.yaml:9:7: names: nothing is called "schema nowhere"; remove the line`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestOverlays(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "api/calls.yaml", calls)
	put(t, "api/rename.yaml", `overlay: 1.0.0
info: {title: Rename, version: 1.0.0}
actions: [{target: $.info, update: {title: Renamed}}]
`)
	put(t, "api/sdkc.yaml", "version: 1\nsdks: [{name: x, specs: [calls.yaml], overlays: [rename.yaml], out: out, module: example.com/x}]\n")
	res, err := Compile(t.Context(), Request{Config: "api/sdkc.yaml"})
	if err != nil || res.Failed() {
		t.Fatal(err, res.Diagnostics)
	}
	for _, f := range res.SDKs[0].Files {
		if f.Path == "client.go" && !strings.Contains(string(f.Data), "Renamed") {
			t.Errorf("the overlay is not in:\n%s", f.Data)
		}
	}
}

func TestEnv(t *testing.T) {
	schemes := []*model.Scheme{
		{Name: "login", Type: "http", HTTP: "basic"}, {Name: "bearer", Type: "http", HTTP: "bearer"}, {Name: "key", Type: "apiKey"},
	}
	want := []sdk.SchemeEnv{
		{Scheme: "login", Vars: []string{"U", "P"}}, {Scheme: "bearer", Vars: []string{"T"}}, {Scheme: "key", Vars: []string{"T"}},
	}
	if diff := cmp.Diff(want, env(config.Env{Username: "U", Password: "P", Token: "T"}, schemes)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := env(config.Env{}, schemes); got != nil {
		t.Errorf("no variables: %v", got)
	}
}

func TestFindPlace(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "app/go.mod", "module example.com/app\n")
	put(t, "app/own/go.mod", "module example.com/own\n")
	put(t, "app/broken/go.mod", "go 1.24\n")
	for _, test := range []struct {
		out, module string
		want        place
		err         string
	}{
		{"app/sdks/a", "", place{path: "example.com/app/sdks/a"}, ""},
		{"app", "", place{path: "example.com/app", module: "example.com/app"}, ""},
		{"app/own", "", place{path: "example.com/own", module: "example.com/own"}, ""},
		{"app/sdks/a", "example.com/a", place{path: "example.com/a", module: "example.com/a"}, ""},
		{"elsewhere", "example.com/a", place{path: "example.com/a", module: "example.com/a"}, ""},
		{"app/own", "example.com/a", place{}, "its go.mod says module example.com/own, not example.com/a"},
		{"elsewhere", "", place{}, "no go.mod at or above the output folder, so its packages have no import path"},
		{"app/a b", "", place{}, `malformed import path "example.com/app/a b": invalid char ' '`},
		{"a", "-x", place{}, `malformed import path "-x": leading dash`},
		{"app/broken", "", place{}, "go.mod names no module"},
	} {
		got, err := findPlace(test.out, test.module)
		text := ""
		if err != nil {
			text, got = err.Error(), place{}
		}
		if got != test.want || !strings.HasSuffix(text, test.err) || text == "" != (test.err == "") {
			t.Errorf("findPlace(%q, %q) = %v, %q; want %v, %q", test.out, test.module, got, text, test.want, test.err)
		}
	}
}

func TestAPanicIsABug(t *testing.T) {
	fail := func() (err error) {
		defer recovered(&err, "a.yaml")
		var list []int
		_ = list[len(list)]
		return nil
	}
	var b *Bug
	if err := fail(); !errors.As(err, &b) || b.File != "a.yaml" || !bytes.Contains(b.Stack, []byte("TestAPanicIsABug")) {
		t.Errorf("got %v", err)
	}
	if want := "a.yaml: this is a bug in sdkc: runtime error: index out of range [0] with length 0"; b.Error() != want {
		t.Errorf("got %q, want %q", b, want)
	}
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
