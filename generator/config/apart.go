package config

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/sdkc/sdkc/generator/diag"
)

// apart wants each SDK to have a folder of its own, in none of another: each removes what it wrote and no longer writes.
func (c *Config) apart(report *diag.Report) {
	for i, s := range c.SDKs {
		for _, other := range c.SDKs[:i] {
			switch {
			case s.Out == "" || other.Out == "":
			case within(s.Out, other.Out) && within(other.Out, s.Out):
				twice(report, s.OutPos, other.OutPos, fmt.Sprintf("two SDKs are written to %s", s.Out), "give each a folder of its own under out:")
			case within(s.Out, other.Out):
				nested(report, s, other)
			case within(other.Out, s.Out):
				nested(report, other, s)
			}
		}
	}
}

func nested(report *diag.Report, inner, outer *SDK) {
	twice(report, inner.OutPos, outer.OutPos, fmt.Sprintf("%s is written to %s, inside the folder of %s, %s", inner.Name, inner.Out, outer.Name, outer.Out),
		"give each a folder beside the other under out:")
}

// within tells whether a folder is another or lies in it, where case may not count.
func within(dir, other string) bool {
	x, err := filepath.Abs(strings.ToLower(dir))
	y, err2 := filepath.Abs(strings.ToLower(other))
	rel, err3 := filepath.Rel(y, x)
	return errors.Join(err, err2, err3) == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
