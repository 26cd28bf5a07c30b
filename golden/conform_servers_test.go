package golden

import (
	"strings"
	"testing"

	"github.com/sdkc/sdkc/generated/twilio/sdk"
)

func serverRows() []conformRow {
	const item = "Servers"
	return []conformRow{
		{item, "variables: defaults, enums, environment, a call's own", "OpenAPI 3.1.2, Server Object; this repository", tryServerVariables},
		{item, "variables that would lead to another host are refused", ours, tryHostileVariables},
		{item, "product, edge and region of Twilio", "twilio-go's tests of its URLs, twilio.com/docs/global-infrastructure", tryTwilioHosts},
		{item, "servers of paths and operations, absolute and relative; a base URL in their place", ours, tryServers},
		{item, "base URLs that no call can use are refused", ours, tryBadBases},
	}
}

// A serverVector is a server, what is chosen of it, and where a call of /x goes.
type serverVector struct {
	config sdk.Config
	opts   []sdk.Option
	own    string // server of the operation
	call   []sdk.Option
	want   string
}

func tryServerVectors(t *testing.T, vectors []serverVector) int {
	for i, v := range vectors {
		to := &trip{}
		v.config.Schemes, v.config.Security = schemesOfAllKinds(), sdk.Security{{"bearer"}}
		client := sdk.NewClient(v.config, append(v.opts, sdk.WithTransport(to), sdk.WithBearer("t"))...)
		req := sdk.NewRequest("GET", "/x", v.call...)
		if v.own != "" {
			req.Server(v.own)
		}
		err := sdk.SendEmpty(t.Context(), client, req)
		switch {
		case strings.HasPrefix(v.want, "error: "):
			if err == nil || len(to.seen) > 0 || !strings.Contains(err.Error(), strings.TrimPrefix(v.want, "error: ")) {
				t.Errorf("%d: %v, want %s", i, err, v.want)
			}
		case err != nil || to.seen[0].URL.String() != v.want || to.seen[0].Header.Get("Authorization") != "Bearer t":
			t.Errorf("%d: %v, want %s", i, err, v.want)
		}
	}
	return len(vectors)
}

// gigantic is the example of the specification.
func gigantic() sdk.Config {
	return sdk.Config{
		BaseURL: "https://{username}.gigantic-server.com:{port}/{basePath}",
		Variables: []sdk.Variable{
			{Name: "username", Default: "demo"},
			{Name: "port", Default: "8443", Values: []string{"8443", "443"}},
			{Name: "basePath", Default: "v2", Env: "CONFORM_BASE"},
		},
	}
}

func tryServerVariables(t *testing.T) int {
	set := sdk.WithServerVariable
	count := tryServerVectors(t, []serverVector{
		{gigantic(), nil, "", nil, "https://demo.gigantic-server.com:8443/v2/x"},
		{gigantic(), options(set("username", "mary")), "", nil, "https://mary.gigantic-server.com:8443/v2/x"},
		{gigantic(), options(set("port", "443")), "", nil, "https://demo.gigantic-server.com:443/v2/x"},
		{gigantic(), options(set("port", "80")), "", nil, `error: cannot be "80": it is one of ["8443" "443"]`},
		{gigantic(), options(set("prot", "80")), "", nil, `error: the servers have no variable "prot"`},
		{gigantic(), options(set("username", "")), "", nil, "error: is empty"},
		{gigantic(), options(set("username", "a"), set("username", "b")), "", nil, "https://b.gigantic-server.com:8443/v2/x"},
		{gigantic(), options(set("username", "a")), "", options(set("username", "c")), "https://c.gigantic-server.com:8443/v2/x"},
		{gigantic(), options(set("username", "a")), "", options(set("port", "1")), "error: cannot be"},
		{gigantic(), nil, "https://files.{username}.test/{basePath}", options(set("username", "c")), "https://files.c.test/v2/x"},
		{gigantic(), nil, "/{basePath}/files", nil, "https://demo.gigantic-server.com:8443/v2/files/x"},
		{gigantic(), options(sdk.WithBaseURL("http://localhost:1/mock")), "", nil, "http://localhost:1/mock/x"},
		{sdk.Config{BaseURL: "{url}", Variables: []sdk.Variable{{Name: "url", Default: "https://api.test/v1"}}}, options(set("url", "https://eu.api.test/v1")), "", nil,
			"https://eu.api.test/v1/x"},
		{sdk.Config{BaseURL: "https://{tenant}.test", Variables: []sdk.Variable{{Name: "tenant"}}}, nil, "", nil, `error: server variable "tenant" has no value`},
		{sdk.Config{BaseURL: "https://{tenant}.test", Variables: []sdk.Variable{{Name: "tenant"}}}, options(set("tenant", "a-1")), "", nil, "https://a-1.test/x"},
		{sdk.Config{BaseURL: "https://{tenant}.test", Variables: []sdk.Variable{{Name: "tenant"}}}, nil, "", options(set("tenant", "a")), "https://a.test/x"},
	})
	t.Setenv("CONFORM_BASE", "v3")
	return count + tryServerVectors(t, []serverVector{
		{gigantic(), nil, "", nil, "https://demo.gigantic-server.com:8443/v3/x"},
		{gigantic(), options(set("basePath", "v4")), "", nil, "https://demo.gigantic-server.com:8443/v4/x"},
	})
}

func tryHostileVariables(t *testing.T) int {
	var vectors []serverVector
	for _, value := range []string{
		"evil.test/", "evil.test#", "evil.test?", "evil.test\\", "u@evil.test", "evil.test:1", "a b", "a\r\nHost: evil.test", "%2f", "é", "[::1]",
		"..%2f", "{port}", "a\x00", "//evil.test",
	} {
		vectors = append(vectors, serverVector{gigantic(), options(sdk.WithServerVariable("username", value)), "", nil, "error: cannot hold"},
			serverVector{gigantic(), nil, "", options(sdk.WithServerVariable("basePath", value)), "error: cannot hold"})
	}
	return tryServerVectors(t, vectors)
}

func tryTwilioHosts(t *testing.T) int {
	config := sdk.Config{
		BaseURL:   "https://api.twilio.com",
		Variables: []sdk.Variable{{Name: "edge", Env: "TWILIO_EDGE"}, {Name: "region", Env: "TWILIO_REGION"}},
		Hosts: []string{
			"{product}.{edge}.{region}.twilio.com", "{product}.{edge}.us1.twilio.com", "{product}.{region}.twilio.com", "{product}.twilio.com",
		},
	}
	t.Setenv("TWILIO_EDGE", "")
	t.Setenv("TWILIO_REGION", "")
	edge, region := func(v string) sdk.Option { return sdk.WithServerVariable("edge", v) }, func(v string) sdk.Option { return sdk.WithServerVariable("region", v) }
	count := tryServerVectors(t, []serverVector{
		{config, nil, "", nil, "https://api.twilio.com/x"},
		{config, options(region("region")), "", nil, "https://api.region.twilio.com/x"},
		{config, options(edge("edge")), "", nil, "https://api.edge.us1.twilio.com/x"},
		{config, options(edge("edge"), region("region")), "", nil, "https://api.edge.region.twilio.com/x"},
		{config, options(edge("sydney"), region("au1")), "", nil, "https://api.sydney.au1.twilio.com/x"},
		{config, options(edge("ashburn"), region("us1")), "https://voice.twilio.com", nil, "https://voice.ashburn.us1.twilio.com/x"},
		{config, options(edge("dublin")), "https://insights.twilio.com", options(region("ie1")), "https://insights.dublin.ie1.twilio.com/x"},
		{config, options(region("au1")), "", options(region("ie1")), "https://api.ie1.twilio.com/x"},
		{config, options(region("au1")), "https://twilio.example.com/v1", nil, "https://twilio.example.com/v1/x"},
		{config, options(region("au1"), sdk.WithBaseURL("https://prism_twilio:4010")), "", nil, "https://prism_twilio:4010/x"},
		{config, options(region("evil.test/")), "", nil, "error: cannot hold"},
		{config, options(sdk.WithServerVariable("product", "evil")), "", nil, "error: no variable"},
	})
	t.Setenv("TWILIO_EDGE", "dublin")
	t.Setenv("TWILIO_REGION", "ie1")
	return count + tryServerVectors(t, []serverVector{
		{config, nil, "", nil, "https://api.dublin.ie1.twilio.com/x"},
		{config, options(region("au1")), "", nil, "https://api.dublin.au1.twilio.com/x"},
	})
}

func tryServers(t *testing.T) int {
	config := sdk.Config{BaseURL: "https://api.test/v1"}
	test := options(sdk.WithBaseURL("http://127.0.0.1:1/mock/"))
	return tryServerVectors(t, []serverVector{
		{config, nil, "", nil, "https://api.test/v1/x"},
		{config, nil, "https://upload.test/v2", nil, "https://upload.test/v2/x"},
		{config, nil, "http://plain.test", nil, "http://plain.test/x"},
		{config, nil, "/v3", nil, "https://api.test/v3/x"},
		{config, nil, "/", nil, "https://api.test/x"},
		{config, test, "", nil, "http://127.0.0.1:1/mock/x"},
		{config, test, "https://upload.test/v2", nil, "http://127.0.0.1:1/mock/x"},
		{config, test, "/v3", nil, "http://127.0.0.1:1/mock/x"},
		{config, nil, "https://upload.test/v2", test, "http://127.0.0.1:1/mock/x"},
		{config, test, "", options(sdk.WithBaseURL("https://other.test")), "https://other.test/x"},
		{sdk.Config{BaseURL: "https://api.test:8443"}, nil, "", nil, "https://api.test:8443/x"},
		{sdk.Config{BaseURL: "https://[::1]:8443/v1"}, nil, "", nil, "https://[::1]:8443/v1/x"},
		{sdk.Config{BaseURL: "https://api.test/a%2Fb"}, nil, "", nil, "https://api.test/a%2Fb/x"},
		{sdk.Config{}, test, "", nil, "http://127.0.0.1:1/mock/x"},
	})
}

func tryBadBases(t *testing.T) int {
	var vectors []serverVector
	for _, base := range []string{
		"", "/v1", "api.test", "api.test/v1", "localhost:8080", "ftp://api.test", "ws://api.test", "file:///etc/passwd", "javascript:alert(1)", "https://", "https:///x",
		"https://a b.test", "https://api.test:port", "https://%zz", "https://u:p@api.test", "u:p@api.test", "://api.test", "https://[::1",
	} {
		vectors = append(vectors, serverVector{sdk.Config{BaseURL: base}, nil, "", nil, "error: base URL"})
		if base != "" {
			vectors = append(vectors, serverVector{sdk.Config{BaseURL: "https://api.test"}, options(sdk.WithBaseURL(base)), "", nil, "error: base URL"},
				serverVector{sdk.Config{BaseURL: "https://api.test"}, nil, "", options(sdk.WithBaseURL(base)), "error: base URL"})
		}
	}
	return tryServerVectors(t, vectors)
}
