package sdk

import (
	"crypto/ed25519"
	"crypto/hmac"
	"encoding/base64"
	"net/http"
	"strings"
)

// StandardWebhooks verifies as the Standard Webhooks specification says: the headers webhook-id, webhook-timestamp and
// webhook-signature, or those that begin with svix-. A secret is "whsec_…", a public key "whpk_…"; while one is
// replaced, give both. A message older or newer than five minutes is refused; keep the ids that you have seen for as
// long, and none can be replayed.
func StandardWebhooks(secrets ...string) Verifier {
	return func(r *http.Request, body []byte) error {
		for _, prefix := range []string{"Webhook-", "Svix-"} {
			signatures := r.Header.Get(prefix + "Signature")
			if signatures == "" {
				continue
			}
			stamp := r.Header.Get(prefix + "Timestamp")
			message := append([]byte(r.Header.Get(prefix+"Id")+"."+stamp+"."), body...)
			if r.Header.Get(prefix+"Id") == "" || !signedBy(secrets, signatures, message) {
				return ErrSignature
			}
			return recent(stamp)
		}
		return ErrSignature
	}
}

// signedBy tells whether one of the signatures, apart by spaces, is of one of the keys.
func signedBy(secrets []string, signatures string, message []byte) bool {
	valid := false
	for _, secret := range secrets {
		for signature := range strings.FieldsSeq(signatures) {
			version, text, _ := strings.Cut(signature, ",")
			given, err := base64.StdEncoding.DecodeString(text)
			if err != nil {
				continue
			}
			if version == "v1" && symmetric(secret, given, message) || version == "v1a" && asymmetric(secret, given, message) {
				valid = true
			}
		}
	}
	return valid
}

func symmetric(secret string, given, message []byte) bool {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil || len(key) == 0 || strings.HasPrefix(secret, "whpk_") {
		return false
	}
	return hmac.Equal(given, sum256(key, message))
}

func asymmetric(public string, given, message []byte) bool {
	text, ok := strings.CutPrefix(public, "whpk_")
	key, err := base64.StdEncoding.DecodeString(text)
	return ok && err == nil && len(key) == ed25519.PublicKeySize && ed25519.Verify(key, message, given)
}
