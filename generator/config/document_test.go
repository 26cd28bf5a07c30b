package config

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sdkc/sdkc/generator/diag"
)

func TestDocumentPackage(t *testing.T) {
	for _, test := range []struct{ sdk, file, want string }{
		{"twilio", "specs/twilio_proxy_v1.yaml", "proxyv1"},
		{"twilio", "twilio_api_v2010.json", "apiv2010"},
		{"twilio", "twilio_preview.json", "preview"},
		{"twilio", "TwilioProxy.json", "twilioproxy"},
		{"my-api", "my_api_users.yaml", "users"},
		{"twilio", "twilio.yaml", "twilio"},
		{"twilio", "twilio_type.yaml", "twiliotype"},
		{"twilio", "twilio_2010.yaml", "twilio2010"},
		{"twilio", "sdk.yaml", "twiliosdk"},
		{"twilio", "stripe.v3.json", "stripev3"},
		{"api", "apidocs.json", "apidocs"},
		{"api", "api2.json", "api2"},
		{"ü", "ü.json", ""},
	} {
		if got := documentPackage(test.sdk, test.file); got != test.want {
			t.Errorf("documentPackage(%q, %q) = %q, want %q", test.sdk, test.file, got, test.want)
		}
	}
}

func TestDocuments(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"x_b_v1.yaml", "x_a_v1.yaml", "x-a-v1.json"} {
		put(t, filepath.Join(dir, name), "")
	}
	glob := func(p string) Spec { return Spec{Pattern: filepath.Join(dir, p)} }
	for _, test := range []struct {
		name string
		sdk  SDK
		want []string // file package dir
		err  []string
	}{
		{"glob", SDK{Name: "x", Specs: []Spec{glob("x_*.yaml")}}, []string{"x_a_v1.yaml av1 av1", "x_b_v1.yaml bv1 bv1"}, nil},
		{"glob of one", SDK{Name: "x", Specs: []Spec{glob("x_a*.yaml")}}, []string{"x_a_v1.yaml av1 av1"}, nil},
		{"found twice", SDK{Name: "x", Specs: []Spec{glob("x_b_v1.yaml"), glob("x_*.yaml")}}, []string{"x_b_v1.yaml bv1 bv1", "x_a_v1.yaml av1 av1"}, nil},
		{"one file", SDK{Name: "x", Specs: []Spec{glob("x_b_v1.yaml")}}, []string{"x_b_v1.yaml x ."}, nil},
		{"one file, packages", SDK{Name: "x", Layout: Packages, Specs: []Spec{glob("x_b_v1.yaml")}}, []string{"x_b_v1.yaml bv1 bv1"}, nil},
		{"a name of its own", SDK{Name: "x", Layout: Packages, Specs: []Spec{{Pattern: filepath.Join(dir, "x_b_v1.yaml"), Package: "b"}}}, []string{"x_b_v1.yaml b b"}, nil},
		{"nothing", SDK{Name: "x", Specs: []Spec{glob("y*")}}, nil, []string{"DIR/y*: no file is called DIR/y*; correct the pattern"}},
		{"no pattern", SDK{Name: "x", Specs: []Spec{glob("[")}}, nil, []string{`DIR/[: "DIR/[" is not a pattern; correct the pattern`}},
		{"one package of several", SDK{Name: "x", Layout: One, Specs: []Spec{glob("x_*")}}, nil, []string{": 2 documents cannot be one package; leave out layout:, or name one document"}},
		{
			"clash", SDK{Name: "x", Specs: []Spec{glob("x?a?v1*")}}, []string{"x-a-v1.json av1 av1", "x_a_v1.yaml av1 av1"},
			[]string{"DIR/x_a_v1.yaml: package av1 of DIR/x_a_v1.yaml is also that of DIR/x-a-v1.json; give one of them a package under specs: in sdkc.yaml"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			var report diag.Report
			test.sdk.Complete(&report)
			var got, errs []string
			for _, d := range test.sdk.Documents(&report) {
				got = append(got, filepath.Base(d.File)+" "+d.Package+" "+d.Dir)
			}
			for _, d := range report.List {
				errs = append(errs, relative(d.String(), dir))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(test.err, errs); diff != "" {
				t.Errorf("errors (-want +got)\n%s", diff)
			}
		})
	}
}

func relative(text, dir string) string {
	return strings.ReplaceAll(filepath.ToSlash(text), filepath.ToSlash(dir), "DIR")
}
