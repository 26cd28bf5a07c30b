package golden

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	sdk "github.com/sdkc/sdkc/templates/runtime"
)

func webhookRows() []conformRow {
	return []conformRow{
		{"Webhooks", "Standard Webhooks: genuine and forged messages", "Standard Webhooks 1.0 (the first: its libraries)", standardWebhooks},
		{"Webhooks", "X-Twilio-Signature: forms, duplicates, bodySHA256, ports, IPv6, proxies", "twilio-go's and twilio-node's validators, and ours", twilioWebhooks},
		{"Webhooks", "Stripe-style timestamped signatures", "Stripe's scheme, signed by hand", stripeWebhooks},
		{"Webhooks", "the handler's answers, its limit, and what it keeps to itself", "ours", webhookAnswers},
	}
}

// A delivery is a request that claims to be a webhook.
type delivery struct {
	name    string
	verify  sdk.Verifier
	method  string // POST
	url     string // "https://hooks.example.com/in"
	header  map[string]string
	body    string
	at      int64 // when it arrives, in seconds since 1970
	refused error
}

// deliver tries deliveries at their time, on a clock that jumps.
func deliver(t *testing.T, all []delivery) int {
	for _, d := range all {
		t.Run(d.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				time.Sleep(time.Until(time.Unix(d.at, 0)))
				if err := d.verify(d.request(), []byte(d.body)); !errors.Is(err, d.refused) {
					t.Errorf("%v, want %v", err, d.refused)
				}
			})
		})
	}
	return len(all)
}

func (d delivery) request() *http.Request {
	r := httptest.NewRequest(http.MethodPost, d.url, strings.NewReader(d.body))
	for name, value := range d.header {
		r.Header.Set(name, value)
	}
	return r
}

// The message that the libraries of Standard Webhooks test themselves with.
const (
	standardSecret    = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
	standardID        = "msg_p5jXN8AQM9LWM0D4loKWxJek"
	standardStamp     = 1614265330
	standardBody      = `{"test": 2432232314}`
	standardSignature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
)

func standardWebhooks(t *testing.T) int {
	genuine := func(name string, change func(*delivery)) delivery {
		d := delivery{name: name, verify: sdk.StandardWebhooks(standardSecret), url: "/hook", body: standardBody, at: standardStamp + 10,
			header: map[string]string{
				"webhook-id": standardID, "webhook-timestamp": strconv.Itoa(standardStamp), "webhook-signature": standardSignature,
			}}
		change(&d)
		return d
	}
	header := func(name, value string) func(*delivery) {
		return func(d *delivery) { d.header[name] = value; d.refused = sdk.ErrSignature }
	}
	secrets := func(secrets ...string) func(*delivery) {
		return func(d *delivery) { d.verify = sdk.StandardWebhooks(secrets...) }
	}
	forged := func(secrets ...string) func(*delivery) {
		return func(d *delivery) { d.verify, d.refused = sdk.StandardWebhooks(secrets...), sdk.ErrSignature }
	}
	public, private := keyPair()
	signed := base64.StdEncoding.EncodeToString(ed25519.Sign(private, []byte(standardID+"."+strconv.Itoa(standardStamp)+"."+standardBody)))
	return deliver(t, []delivery{
		genuine("as published", func(*delivery) {}),
		genuine("svix headers", func(d *delivery) {
			d.header = map[string]string{"svix-id": standardID, "svix-timestamp": strconv.Itoa(standardStamp), "svix-signature": standardSignature}
		}),
		genuine("a secret without its prefix", secrets("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
		genuine("the second of two secrets", secrets("whsec_b3RoZXI=", standardSecret)),
		genuine("the last of several signatures", func(d *delivery) {
			d.header["webhook-signature"] = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,xyz " + standardSignature
		}),
		genuine("a public key", func(d *delivery) {
			d.verify = sdk.StandardWebhooks("whpk_" + public)
			d.header["webhook-signature"] = "v1a," + signed
		}),
		genuine("five minutes late", func(d *delivery) { d.at = standardStamp + 300 }),
		genuine("too late", func(d *delivery) { d.at, d.refused = standardStamp+301, sdk.ErrTimestamp }),
		genuine("from the future", func(d *delivery) { d.at, d.refused = standardStamp-301, sdk.ErrTimestamp }),
		genuine("another secret", forged("whsec_b3RoZXI=")),
		genuine("no secret", forged()),
		genuine("an empty secret", forged("")),
		genuine("an empty secret with a prefix", forged("whsec_")),
		genuine("a secret that is not base64", forged("whsec_***")),
		genuine("a public key for a symmetric signature", forged("whpk_"+public)),
		genuine("a changed body", func(d *delivery) { d.body, d.refused = standardBody+" ", sdk.ErrSignature }),
		genuine("an empty body", func(d *delivery) { d.body, d.refused = "", sdk.ErrSignature }),
		genuine("another id", header("webhook-id", "msg_other")),
		genuine("no id", header("webhook-id", "")),
		genuine("another timestamp", header("webhook-timestamp", strconv.Itoa(standardStamp+1))),
		genuine("a timestamp that is no number", header("webhook-timestamp", "now")),
		genuine("no signature", header("webhook-signature", "")),
		genuine("a signature without a version", header("webhook-signature", strings.TrimPrefix(standardSignature, "v1,"))),
		genuine("an unknown version", header("webhook-signature", "v9"+strings.TrimPrefix(standardSignature, "v1"))),
		genuine("a cut signature", header("webhook-signature", standardSignature[:20])),
		genuine("an asymmetric signature without a public key", header("webhook-signature", "v1a,"+signed)),
	})
}

// keyPair is an Ed25519 key, the public half in base64.
func keyPair() (string, ed25519.PrivateKey) {
	private := ed25519.NewKeyFromSeed([]byte("a seed that has thirty-two bytes"))
	return base64.StdEncoding.EncodeToString(private[32:]), private
}
