package golden

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"testing"

	sdk "github.com/sdkc/sdkc/templates/runtime"
)

// The requests that twilio-go's validator is tested with.
const (
	twilioURL      = "https://mycompany.com/myapp.php?foo=1&bar=2"
	twilioForm     = "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&Caller=%2B14158675309&From=%2B14158675309&ReasonConferenceEnded=test&Reason=Participant"
	twilioFormText = "CallSidCA1234567890ABCDECaller+14158675309Digits1234From+14158675309ReasonParticipantReasonConferenceEndedtestTo+18005551212"
	twilioJSON     = `{"property": "value", "boolean": true}`
	twilioDigest   = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"
)

func twilioWebhooks(t *testing.T) int {
	call := func(name, url, signature string, change func(*delivery)) delivery {
		d := delivery{name: name, verify: sdk.TwilioWebhooks("", "12345"), url: url, body: twilioForm, at: 1700000000,
			header: map[string]string{"X-Twilio-Signature": signature, "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}}
		change(&d)
		return d
	}
	as := func(body, contentType string) func(*delivery) {
		return func(d *delivery) { d.body, d.header["Content-Type"] = body, contentType }
	}
	behind := func(public string) func(*delivery) {
		return func(d *delivery) { d.verify = sdk.TwilioWebhooks(public, "12345") }
	}
	forged := func(d *delivery) { d.refused = sdk.ErrSignature }
	same := func(*delivery) {}
	return deliver(t, []delivery{
		call("a form", twilioURL, "vOEb5UThFn24KEfnOFLQY2AE5FY=", same),
		call("a port that was not signed", "https://mycompany.com:1234/myapp.php?foo=1&bar=2", "vOEb5UThFn24KEfnOFLQY2AE5FY=", same),
		call("http", "http://mycompany.com/myapp.php?foo=1&bar=2", "n2xBNyzSW7rfYStDtOFiFMv7qNo=", same),
		call("http with a port that was not signed", "http://mycompany.com:1234/myapp.php?foo=1&bar=2", "n2xBNyzSW7rfYStDtOFiFMv7qNo=", same),
		call("the standard port, signed", twilioURL, sha1Of("https://mycompany.com:443/myapp.php?foo=1&bar=2"+twilioFormText), same),
		call("the port of http, signed", "http://mycompany.com/in", sha1Of("http://mycompany.com:80/in"+twilioFormText), same),
		call("a port, signed", "https://mycompany.com:8443/in", sha1Of("https://mycompany.com:8443/in"+twilioFormText), same),
		call("JSON", twilioURL+"&bodySHA256="+twilioDigest, "a9nBmqA0ju/hNViExpshrM61xv4=", as(twilioJSON, "application/json")),
		call("JSON without other query", "https://mycompany.com/myapp.php?bodySHA256="+twilioDigest, "y77kIzt2vzLz71DgmJGsen2scGs=", as(twilioJSON, "application/json")),
		call("nothing but a URL", "https://mycompany.com/in?a=1", sha1Of("https://mycompany.com/in?a=1"), as("", "")),
		call("a value twice is signed once", "https://mycompany.com/in", sha1Of("https://mycompany.com/inMediab"), as("Media=b&Media=b", "application/x-www-form-urlencoded")),
		call("values of one name are sorted", "https://mycompany.com/in", sha1Of("https://mycompany.com/inMediaaMediab"), as("Media=b&Media=a&Media=b", "application/x-www-form-urlencoded")),
		call("an empty value", "https://mycompany.com/in", sha1Of("https://mycompany.com/inABx"), as("B=x&A=", "application/x-www-form-urlencoded")),
		call("capitals before small letters", "https://mycompany.com/in", sha1Of("https://mycompany.com/inB1a2"), as("a=2&B=1", "application/x-www-form-urlencoded")),
		call("an IPv6 address", "https://[2001:db8::1]/in", sha1Of("https://[2001:db8::1]/in"+twilioFormText), same),
		call("an IPv6 address with a port", "https://[2001:db8::1]:8443/in", sha1Of("https://[2001:db8::1]:8443/in"+twilioFormText), same),
		call("an IPv6 address with the standard port, signed", "https://[2001:db8::1]/in", sha1Of("https://[2001:db8::1]:443/in"+twilioFormText), same),
		call("behind a proxy", "http://10.0.0.5:8080/in?a=1", sha1Of("https://hooks.example.com/in?a=1"+twilioFormText), behind("https://hooks.example.com")),
		call("behind a proxy with a folder", "http://10.0.0.5:8080/in", sha1Of("https://hooks.example.com/twilio/in"+twilioFormText), behind("https://hooks.example.com/twilio/")),
		call("with a user in the URL", "http://10.0.0.5/in", sha1Of("https://u:p@hooks.example.com/in"+twilioFormText), behind("https://u:p@hooks.example.com")),
		call("escapes in the path stay", "https://mycompany.com/a%2Fb", sha1Of("https://mycompany.com/a%2Fb"+twilioFormText), same),
		call("the newer of two tokens", twilioURL, "vOEb5UThFn24KEfnOFLQY2AE5FY=", func(d *delivery) { d.verify = sdk.TwilioWebhooks("", "54321", "12345") }),
		call("another token", twilioURL, "vOEb5UThFn24KEfnOFLQY2AE5FY=", func(d *delivery) { d.verify, d.refused = sdk.TwilioWebhooks("", "54321"), sdk.ErrSignature }),
		call("no token", twilioURL, "vOEb5UThFn24KEfnOFLQY2AE5FY=", func(d *delivery) { d.verify, d.refused = sdk.TwilioWebhooks(""), sdk.ErrSignature }),
		call("an empty token", twilioURL, "vOEb5UThFn24KEfnOFLQY2AE5FY=", func(d *delivery) { d.verify, d.refused = sdk.TwilioWebhooks("", ""), sdk.ErrSignature }),
		call("names sorted wrongly", twilioURL, "95+Bu0JVPi0r/SsESZCVf0dWAjw=", forged),
		call("no signature", twilioURL, "", forged),
		call("another signature", twilioURL, "AAAA", forged),
		call("another path", "https://mycompany.com/other", "vOEb5UThFn24KEfnOFLQY2AE5FY=", forged),
		call("another host", "https://evil.example/myapp.php?foo=1&bar=2", "vOEb5UThFn24KEfnOFLQY2AE5FY=", forged),
		call("a param more", twilioURL, "vOEb5UThFn24KEfnOFLQY2AE5FY=", func(d *delivery) { d.body += "&X=1"; forged(d) }),
		call("JSON that was changed", twilioURL+"&bodySHA256="+twilioDigest, "a9nBmqA0ju/hNViExpshrM61xv4=", func(d *delivery) {
			as(twilioJSON+" ", "application/json")(d)
			forged(d)
		}),
		call("JSON without a digest", twilioURL, sha1Of(twilioURL), func(d *delivery) { as(twilioJSON, "application/json")(d); forged(d) }),
	})
}

func sha1Of(text string) string {
	mac := hmac.New(sha1.New, []byte("12345"))
	mac.Write([]byte(text))
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

func stripeWebhooks(t *testing.T) int {
	const body = `{"id":"evt_1","type":"invoice.paid"}`
	good := stripeSignature("whsec_a", "1700000000."+body)
	event := func(name, header string, refused error) delivery {
		return delivery{name: name, verify: sdk.StripeWebhooks("whsec_a"), url: "/hook", body: body, at: 1700000100, refused: refused,
			header: map[string]string{"Stripe-Signature": header}}
	}
	with := func(d delivery, verify sdk.Verifier) delivery { d.verify = verify; return d }
	late, early := event("too late", "t=1700000000,v1="+good, sdk.ErrTimestamp), event("from the future", "t=1700000000,v1="+good, sdk.ErrTimestamp)
	late.at, early.at = 1700000301, 1699999699
	changed := event("a changed body", "t=1700000000,v1="+good, sdk.ErrSignature)
	changed.body += "\n"
	other := with(event("another header", "", nil), sdk.TimestampedWebhooks("X-Signature", "whsec_a"))
	other.header = map[string]string{"X-Signature": "t=1700000000,v1=" + good}
	return deliver(t, []delivery{
		event("genuine", "t=1700000000,v1="+good, nil),
		event("spaces and other parts", "t=1700000000, v0=abc, v1="+good+", x", nil),
		event("several signatures", "t=1700000000,v1="+stripeSignature("b", "x")+",v1="+good, nil),
		with(event("the second of two secrets", "t=1700000000,v1="+good, nil), sdk.StripeWebhooks("whsec_b", "whsec_a")),
		other, late, early, changed,
		with(event("another secret", "t=1700000000,v1="+good, sdk.ErrSignature), sdk.StripeWebhooks("whsec_b")),
		with(event("no secret", "t=1700000000,v1="+good, sdk.ErrSignature), sdk.StripeWebhooks()),
		with(event("an empty secret", "t=1700000000,v1="+stripeSignature("", "1700000000."+body), sdk.ErrSignature), sdk.StripeWebhooks("")),
		event("another timestamp", "t=1700000001,v1="+good, sdk.ErrSignature),
		event("no timestamp", "v1="+good, sdk.ErrSignature),
		event("the old scheme alone", "t=1700000000,v0="+good, sdk.ErrSignature),
		event("no header", "", sdk.ErrSignature),
		event("no hexadecimal", "t=1700000000,v1=zz", sdk.ErrSignature),
		event("a stamp that is signed and no number", "t=x,v1="+stripeSignature("whsec_a", "x."+body), sdk.ErrTimestamp),
		event("a stamp beyond time", "t=9223372036854775807,v1="+stripeSignature("whsec_a", "9223372036854775807."+body), sdk.ErrTimestamp),
	})
}

func stripeSignature(secret, text string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(text))
	return hex.EncodeToString(mac.Sum(nil))
}
