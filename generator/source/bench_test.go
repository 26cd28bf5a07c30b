package source

import (
	"path/filepath"
	"testing"

	"github.com/sdkc/sdkc/generator/diag"
)

// BenchmarkLoad reads the corpus's largest documents.
func BenchmarkLoad(b *testing.B) {
	dir := corpus(b)
	if dir == "" {
		return
	}
	for _, name := range []string{
		"twilio/json/twilio_api_v2010.json", "stripe/spec3.json", "github/api.github.com.json", "digitalocean/DigitalOcean-public.v2.yaml",
	} {
		b.Run(filepath.Base(name), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var report diag.Report
				if Load(filepath.Join(dir, name), Options{Folder: dir}, &report) == nil {
					b.Fatal(report.List)
				}
			}
		})
	}
}
