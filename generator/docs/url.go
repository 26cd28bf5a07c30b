package docs

import (
	"net/url"
	"strings"
)

// maxURL bounds a link's address; longer ones show as text.
const maxURL = 2048

// href is an address that a page may link to: absolute, http, https or mailto, spelled so that nothing
// of it ends the link. A relative one is read against base; "" means that the text must do without a link.
func href(raw, base string) string {
	raw = strings.TrimSpace(clean(raw))
	if raw == "" || len(raw) > maxURL || strings.HasPrefix(raw, "#") {
		return ""
	}
	u, err := url.Parse(raw)
	if err != nil {
		return ""
	}
	if u.Scheme == "" {
		if u = against(base, u); u == nil {
			return ""
		}
	}
	switch u.Scheme {
	case "http", "https":
		if u.Hostname() == "" || u.User != nil {
			return ""
		}
	case "mailto":
	default:
		return ""
	}
	return linkEscaper.Replace(u.String())
}

func against(base string, u *url.URL) *url.URL {
	b, err := url.Parse(base)
	if err != nil || b.Scheme == "" || b.Host == "" {
		return nil
	}
	return b.ResolveReference(u)
}

// linkEscaper spells out what would end a link's address, a cell or begin an entity.
var linkEscaper = strings.NewReplacer(
	" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "|", "%7C", "\\", "%5C", "`", "%60",
	`"`, "%22", "*", "%2A", "[", "%5B", "]", "%5D", ";", "%3B", "\n", "%0A",
)
