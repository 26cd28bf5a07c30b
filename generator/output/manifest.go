package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"

	"github.com/sdkc/sdkc/generator/diag"
)

// manifestName is the file in the output folder that says which files are ours. Dot files would
// be overlooked in review; this one is meant to be committed.
const manifestName = "sdkc.manifest.json"

// A manifest is what a run remembers for the next.
type manifest struct {
	Version string            `json:"sdkc"`
	Files   map[string]string `json:"files"` // path → SHA-256 in hex; encoding/json sorts the keys
}

// bytes is the manifest as it stands on disk: one file a line, so that a diff is readable.
func (m *manifest) bytes() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	e.Encode(m) // strings and a map of strings: it cannot fail
	return b.Bytes()
}

// readManifest returns the manifest of the folder, nil where there is none.
func readManifest(d *folder, report *diag.Report) (m *manifest, data []byte, ok bool) {
	data, found, err := d.read(manifestName)
	if err == nil && !found {
		return nil, nil, true
	}
	if err == nil {
		err = json.Unmarshal(data, &m)
	}
	if err == nil && (m == nil || m.Files == nil) {
		err = errors.New(`no "files" in it`)
	}
	if err != nil {
		report.Add(diag.Diagnostic{
			Code: "broken-manifest", Pos: d.pos(manifestName), Message: "not a manifest: " + reason(err),
			Cure: "take it back from version control, or remove the whole folder and generate it anew",
		})
		return nil, nil, false
	}
	return m, data, true
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
