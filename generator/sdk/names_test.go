package sdk

import (
	"strings"
	"testing"
)

func TestExported(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"session", "Session"}, {"in-progress", "InProgress"}, {"SessionSid", "SessionSID"},
		{"session_sid", "SessionSID"}, {"sessionSid", "SessionSID"}, {"SESSION_SID", "SessionSID"},
		{"DateCreated<", "DateCreatedBefore"}, {"DateCreated>", "DateCreatedAfter"}, {"StartTime>", "StartTimeAfter"},
		{"StartTime>=", "StartTimeOnOrAfter"}, {"EndTime<=", "EndTimeOnOrBefore"}, {"created_at<", "CreatedAtBefore"},
		{"Price<", "PriceLess"}, {"Price>=", "PriceGreaterOrEqual"}, {"Status!=", "StatusNotEqual"},
		{"", "Empty"}, {"+1", "Plus1"}, {"-1", "Minus1"}, {"<", "Less"}, {">", "Greater"}, {">=", "GreaterOrEqual"},
		{"=", "Equal"}, {"!=", "NotEqual"}, {"*", "Star"}, {"*/*", "StarSlashStar"}, {"?", "Question"}, {"~", "Tilde"},
		{"-", "Dash"}, {"_", "Underscore"}, {"__", "UnderscoreUnderscore"}, {" ", "Space"}, {".", "Dot"}, {"/", "Slash"},
		{"id", "ID"}, {"ids", "IDs"}, {"IDs", "IDs"}, {"callIDs", "CallIDs"}, {"user_ids", "UserIDs"}, {"sids", "SIDs"},
		{"SIDs", "SIDs"}, {"url", "URL"}, {"urls", "URLs"}, {"callbackUrl", "CallbackURL"}, {"CallbackURLs", "CallbackURLs"},
		{"HTTPServer", "HTTPServer"}, {"HttpServer", "HTTPServer"}, {"httpsUrl", "HTTPSURL"}, {"https", "HTTPS"},
		{"XMLHTTPRequest", "XMLHTTPRequest"}, {"xml_http_request", "XMLHTTPRequest"}, {"smsUrl", "SMSURL"},
		{"SmsMms", "SMSMMS"}, {"ttl", "TTL"}, {"Ttl", "TTL"}, {"uuid", "UUID"}, {"ip_address", "IPAddress"},
		{"IpAccessControlList", "IPAccessControlList"}, {"sip", "SIP"}, {"SipDomain", "SIPDomain"}, {"dns", "DNS"},
		{"ipv4", "IPv4"}, {"ipv6_address", "IPv6Address"}, {"sha256", "SHA256"}, {"sha1Hash", "SHA1Hash"},
		{"md5", "Md5"}, {"oauth2", "OAuth2"}, {"OAuth2Token", "OAuth2Token"}, {"openai", "OpenAI"}, {"OpenAIMessage", "OpenAIMessage"},
		{"GitHub", "GitHub"}, {"github", "GitHub"}, {"twiml", "TwiML"}, {"TwiML", "TwiML"}, {"whatsapp", "WhatsApp"},
		{"PayPal", "PayPal"}, {"pdf", "PDF"}, {"csv", "CSV"}, {"html_url", "HTMLURL"}, {"json", "JSON"}, {"sso", "SSO"},
		{"ai", "AI"}, {"llm", "LLM"}, {"stt", "STT"}, {"tts", "TTS"}, {"ok", "OK"}, {"OK", "OK"}, {"tls", "TLS"}, {"ssl", "SSL"},
		{"is", "Is"}, {"as", "As"}, {"us", "Us"}, {"api", "API"}, {"apis", "APIs"}, {"ApiKey", "APIKey"}, {"sdk", "SDK"},
		{"3d_secure", "X3dSecure"}, {"1st", "X1st"}, {"2010-04-01", "X20100401"}, {"200", "X200"}, {"v1", "V1"},
		{"$ref", "Ref"}, {"@type", "Type"}, {"@odata.nextLink", "OdataNextLink"}, {"a/b", "AB"}, {"a.b.c", "ABC"},
		{"x-twilio", "XTwilio"}, {"content-type", "ContentType"}, {"Content-Type", "ContentType"}, {"foo[]", "Foo"},
		{"foo[bar]", "FooBar"}, {"filter{name}", "FilterName"}, {"IN_PROGRESS", "InProgress"}, {"OPEN", "Open"},
		{"CSIDriver", "CSIDriver"}, {"APIServiceSpec", "APIServiceSpec"}, {"sendDTMFTone", "SendDTMFTone"},
		{"it's", "Its"}, {"can’t", "Cant"}, {"a & b", "AB"}, {"naïve", "Naïve"}, {"Übung", "Übung"}, {"ñandú", "Ñandú"},
		{"名前", "X名前"}, {"имя", "Имя"}, {"ΑΒΓ", "Αβγ"}, {"é́", "É"}, {"\u202eevil", "Evil"}, {"a\x00b", "AB"},
		{"\x00", "U0000"}, {"💥", "U1F4A5"}, {"\u200b", "U200B"}, {"€", "Euro"}, {"line\nfeed", "LineFeed"},
		{"func", "Func"}, {"type", "Type"}, {"string", "String"}, {"GMT+0", "GMT0"}, {"Etc/GMT-1", "EtcGMT1"},
		{"gpt-4.1-mini", "Gpt41Mini"}, {"en-US", "EnUS"}, {"16:9", "X169"}, {"1.5", "X15"}, {"0.5x", "X05x"},
		{"text/html; charset=utf-8", "TextHTMLCharsetUTF8"}, {"Accounts.json", "AccountsJSON"}, {"k8s", "K8S"},
		{"io.k8s.api.core.v1.Pod", "IOK8SAPICoreV1Pod"}, {"UTF8", "UTF8"}, {"utf_8", "UTF8"}, {"x", "X"}, {"A", "A"},
		{"mp3", "MP3"}, {"H264", "H264"}, {"linear16", "Linear16"}, {"userID2", "UserID2"}, {"e164", "E164"},
		{"Voip", "Voip"}, {"TOTP", "TOTP"}, {"mfa_token", "MFAToken"}, {"ABCs", "ABCs"}, {"aB", "AB"},
	} {
		if got := exported(test.in); got != test.want {
			t.Errorf("exported(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestUnexported(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"ServiceSid", "serviceSID"}, {"Sid", "sid"}, {"URL", "url"}, {"id", "id"}, {"userIds", "userIDs"},
		{"CountryCode", "countryCode"}, {"URLValue", "urlValue"}, {"enterprise-team", "enterpriseTeam"},
		{"3d", "x3d"}, {"", "empty"}, {"名前", "x名前"}, {"OAuthToken", "oAuthToken"}, {"oauthToken", "oauthToken"},
		{"IDs", "ids"}, {"List", "list"}, {"ListPage", "listPage"}, {"GITHUB_ID", "githubID"}, {"*", "star"},
		{"X-Request-Id", "xRequestID"}, {"+1", "plus1"},
	} {
		if got := unexported(test.in); got != test.want {
			t.Errorf("unexported(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestExportedSpelled(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"GMT0", "GMT0"}, {"GMT+0", "GMTPlus0"}, {"GMT-0", "GMTDash0"}, {"a-b", "ADashB"}, {"a_b", "AUnderscoreB"},
		{"a.b", "ADotB"}, {"@type", "AtType"}, {"type", "Type"}, {"$type", "DollarType"}, {"_id", "UnderscoreID"},
		{"foo[]", "FooOpenBracketCloseBracket"}, {"c++", "CPlusPlus"}, {"c#", "CHash"}, {"", "Empty"},
		{"a b", "ASpaceB"}, {"10%", "X10Percent"}, {"Price<", "PriceLess"}, {"-created", "DashCreated"},
	} {
		if got := exportedSpelled(test.in); got != test.want {
			t.Errorf("exportedSpelled(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestHostileNames(t *testing.T) {
	for _, in := range []string{
		"", " ", strings.Repeat("a", 10<<10), strings.Repeat("A b", 4000), strings.Repeat("é", 5000), strings.Repeat("-", 10<<10),
		"\u202e\u2066x", "\xff\xfe", "مرحبا", "שלום", "a\u0301", "\u0301", "func main(){}", "`rm`", "*/ x", "//go:build", "ⅷ", "ǅ", "ß", "١٢٣",
		"🏳️‍🌈", "_", "__", "\ufeff", "ﬀ", "x\u00adx",
	} {
		for _, got := range []string{exported(in), exportedSpelled(in), unexported(in)} {
			if !validIdent(got) || len(got) > 2*longest {
				t.Errorf("name %.40q became %q", in, got)
			}
		}
		if got := exported(in); !isExported(got) {
			t.Errorf("exported(%.40q) = %q, which is not exported", in, got)
		}
	}
}
