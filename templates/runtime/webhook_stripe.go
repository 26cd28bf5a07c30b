package sdk

import (
	"crypto/hmac"
	"encoding/hex"
	"net/http"
	"strings"
)

// StripeWebhooks verifies the header Stripe-Signature, "t=1700000000,v1=…": the HMAC-SHA256 of the timestamp, a dot and
// the body. While a secret is replaced, give both. A message older or newer than five minutes is refused.
func StripeWebhooks(secrets ...string) Verifier {
	return TimestampedWebhooks("Stripe-Signature", secrets...)
}

// TimestampedWebhooks is [StripeWebhooks] for APIs that use another header.
func TimestampedWebhooks(header string, secrets ...string) Verifier {
	return func(r *http.Request, body []byte) error {
		stamp, signatures := "", [][]byte(nil)
		for part := range strings.SplitSeq(r.Header.Get(header), ",") {
			name, text, _ := strings.Cut(strings.TrimSpace(part), "=")
			switch name {
			case "t":
				stamp = text
			case "v1":
				if signature, err := hex.DecodeString(text); err == nil {
					signatures = append(signatures, signature)
				}
			}
		}
		if !timestampedBy(secrets, signatures, append([]byte(stamp+"."), body...)) {
			return ErrSignature
		}
		return recent(stamp)
	}
}

func timestampedBy(secrets []string, signatures [][]byte, message []byte) bool {
	valid := false
	for _, secret := range secrets {
		want := sum256([]byte(secret), message)
		for _, given := range signatures {
			if secret != "" && hmac.Equal(given, want) {
				valid = true
			}
		}
	}
	return valid
}
