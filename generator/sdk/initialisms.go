package sdk

import "strings"

// spellings are words with a form of their own in Go names, by their lower-case letters.
// A new entry, here or below, renames public Go: it is a breaking change.
var spellings = map[string]string{
	"elevenlabs": "ElevenLabs", "github": "GitHub", "gitlab": "GitLab", "graphql": "GraphQL", "ids": "IDs",
	"ipv4": "IPv4", "ipv6": "IPv6", "javascript": "JavaScript", "linkedin": "LinkedIn", "mysql": "MySQL",
	"oauth": "OAuth", "openai": "OpenAI", "openapi": "OpenAPI", "openid": "OpenID", "paypal": "PayPal",
	"postgresql": "PostgreSQL", "twiml": "TwiML", "typescript": "TypeScript", "webrtc": "WebRTC",
	"whatsapp": "WhatsApp", "youtube": "YouTube",
}

// initialisms are written in capitals.
var initialisms = set(`
	acl ai ami amqp api arn ascii asn aws bic cdn cidr cors cpu crd csi css csv cvc cvv db dhcp dkim dns dto dtmf
	ein eof fqdn gcp gdpr gid gif gpg gmt gpu gsm guid html http https iam iban id imap imei io ios ip iso ivr jpeg jpg json
	jwk jwks jwt k8s kms kyc ldap llm mcp mfa mms mp3 mp4 mtls nat nfc nfs npm oidc ok otp pci pdf pgp pid pkce png psk
	qps qr rbac rcs rfc rpc rsa rss rtmp rtp saml sbom scim sdk sdp sepa sftp sha sid sip sku sla sms smtp sql sse
	ssh ssl sso stt svg tcp tls totp ttl tts udp ui uid uri url usb utc utf uuid vat vcpu vlan vm vpc vpn xml xmpp
	xss yaml
`)

// plurals are initialisms that take an s: IDs, SIDs, URLs.
var plurals = set(`
	acl api arn asn cdn cidr cpu csv db dto gpu guid imei ip jwk jwt llm otp pdf pid png rfc rpc sbom sdk sid sku sla
	svg uid uri url uuid vcpu vlan vm vpc vpn
`)

func set(words string) map[string]bool {
	s := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}

// spelling is the fixed form of a word, if it has one: "ids" → "IDs", "sha256" → "SHA256".
func spelling(word string) (string, bool) {
	lower := strings.ToLower(word)
	if s, ok := spellings[lower]; ok {
		return s, true
	}
	if initialisms[lower] {
		return strings.ToUpper(lower), true
	}
	if stem, ok := strings.CutSuffix(lower, "s"); ok && plurals[stem] {
		return strings.ToUpper(stem) + "s", true
	}
	stem := strings.TrimRight(lower, "0123456789")
	if stem == lower || stem == "" {
		return "", false
	}
	s, ok := spelling(stem)
	return s + lower[len(stem):], ok
}
