package sdk

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// TwilioWebhooks verifies the header X-Twilio-Signature: the HMAC-SHA1 of the URL that Twilio called and, of a form, its
// sorted params. A body that is no form is known by the SHA-256 in the query's bodySHA256. While an auth token is
// replaced, give both.
//
// publicURL is the scheme and host that Twilio calls, "https://hooks.example.com", where a proxy stands between; with ""
// they are those of the request as it arrived.
func TwilioWebhooks(publicURL string, authTokens ...string) Verifier {
	public, err := url.Parse(publicURL)
	return func(r *http.Request, body []byte) error {
		given, problem := base64.StdEncoding.DecodeString(r.Header.Get("X-Twilio-Signature"))
		if err != nil || problem != nil || len(given) == 0 {
			return ErrSignature
		}
		params, ok := twilioParams(r, body)
		if !ok {
			return ErrSignature
		}
		valid := false
		for _, token := range authTokens {
			for _, called := range twilioURLs(r, public) {
				mac := hmac.New(sha1.New, []byte(token))
				mac.Write([]byte(called + params))
				if token != "" && hmac.Equal(given, mac.Sum(nil)) {
					valid = true
				}
			}
		}
		if !valid {
			return ErrSignature
		}
		return nil
	}
}

// twilioParams is what is signed beside the URL: the names and values of a form, sorted, a value that comes twice once.
// Of another body it is nothing, if the query has the body's digest.
func twilioParams(r *http.Request, body []byte) (text string, ok bool) {
	if digest := r.URL.Query().Get("bodySHA256"); digest != "" {
		given, err := hex.DecodeString(digest)
		sum := sha256.Sum256(body)
		return "", err == nil && hmac.Equal(given, sum[:])
	}
	if len(body) == 0 {
		return "", true
	}
	form, err := url.ParseQuery(string(body))
	if err != nil || !isForm(r.Header.Get("Content-Type")) {
		return "", false
	}
	var b strings.Builder
	names := make([]string, 0, len(form))
	for name := range form {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		values := form[name]
		slices.Sort(values)
		for _, value := range slices.Compact(values) {
			b.WriteString(name)
			b.WriteString(value)
		}
	}
	return b.String(), true
}

// twilioURLs are the request's URL without a port and with one: Twilio signs now the one, now the other.
func twilioURLs(r *http.Request, public *url.URL) []string {
	scheme, host := "http", r.Host
	if r.TLS != nil {
		scheme = "https"
	}
	user := ""
	if public.Host != "" {
		scheme, host = public.Scheme, public.Host
		if public.User != nil {
			user = public.User.String() + "@"
		}
	}
	path := strings.TrimSuffix(public.EscapedPath(), "/") + r.URL.RequestURI()
	name, port := (&url.URL{Host: host}).Hostname(), (&url.URL{Host: host}).Port()
	if strings.Contains(name, ":") {
		name = "[" + name + "]"
	}
	if port == "" {
		port = map[bool]string{true: "443", false: "80"}[scheme == "https"]
	}
	return []string{scheme + "://" + user + name + path, scheme + "://" + user + name + ":" + port + path}
}
