package golden

import "github.com/sdkc/sdkc/generated/twilio/sdk"

// exampledPaths is the specification's table, row by row. Its column for what is undefined differs between versions,
// but a path's param is always there.
func exampledPaths() []pathVector {
	var none *string
	return []pathVector{
		{"matrix", false, none, refused},
		{"matrix", false, "blue", ";color=blue"},
		{"matrix", false, colors, ";color=blue,black,brown"},
		{"matrix", false, color, ";color=R,100,G,200,B,150"},
		{"matrix", true, none, refused},
		{"matrix", true, "blue", ";color=blue"},
		{"matrix", true, colors, ";color=blue;color=black;color=brown"},
		{"matrix", true, color, ";R=100;G=200;B=150"},
		{"label", false, none, refused},
		{"label", false, "blue", ".blue"},
		{"label", false, colors, ".blue,black,brown"},
		{"label", false, color, ".R,100,G,200,B,150"},
		{"label", true, none, refused},
		{"label", true, "blue", ".blue"},
		{"label", true, colors, ".blue.black.brown"},
		{"label", true, color, ".R=100.G=200.B=150"},
		{"simple", false, none, refused},
		{"simple", false, "blue", "blue"},
		{"simple", false, colors, "blue,black,brown"},
		{"simple", false, color, "R,100,G,200,B,150"},
		{"simple", true, none, refused},
		{"simple", true, "blue", "blue"},
		{"simple", true, colors, "blue,black,brown"},
		{"simple", true, color, "R=100,G=200,B=150"},
	}
}

// exampledQueries is the specification's table; what it marks n/a is tried by allQueries.
func exampledQueries() []paramVector {
	return []paramVector{
		{`style:"form" explode:"false"`, sdk.Null[string](), "color="},
		{`style:"form" explode:"false"`, "blue", "color=blue"},
		{`style:"form" explode:"false"`, colors, "color=blue,black,brown"},
		{`style:"form" explode:"false"`, color, "color=R,100,G,200,B,150"},
		{`style:"form"`, sdk.Null[string](), "color="},
		{`style:"form"`, "blue", "color=blue"},
		{`style:"form"`, colors, "color=blue&color=black&color=brown"},
		{`style:"form"`, color, "R=100&G=200&B=150"},
		{`style:"spaceDelimited" explode:"false"`, colors, "color=blue%20black%20brown"},
		{`style:"spaceDelimited" explode:"false"`, color, "color=R%20100%20G%20200%20B%20150"},
		{`style:"pipeDelimited" explode:"false"`, colors, "color=blue%7Cblack%7Cbrown"},
		{`style:"pipeDelimited" explode:"false"`, color, "color=R%7C100%7CG%7C200%7CB%7C150"},
		{`style:"deepObject"`, color, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"},
		{`content:"application/json" required:"true"`, map[string]float64{"lat": 40.6, "long": -73.9}, "color=%7B%22lat%22%3A40.6%2C%22long%22%3A-73.9%7D"},
		{`style:"form"`, []string{"one thing", "another thing"}, "color=one%20thing&color=another%20thing"},
		{`style:"form"`, map[string]int{"page": 4, "pageSize": 50}, "page=4&pageSize=50"},
	}
}

func exampledCookies() []paramVector {
	return []paramVector{
		{`style:"form"`, sdk.Null[string](), "color="},
		{`style:"form"`, "blue", "color=blue"},
		{`style:"form" explode:"false"`, colors, "color=blue,black,brown"},
		{`style:"cookie"`, sdk.Null[string](), "color="},
		{`style:"cookie"`, "blue", "color=blue"},
		{`style:"cookie"`, colors, "color=blue; color=black; color=brown"},
		{`style:"cookie"`, color, "R=100; G=200; B=150"},
		{`style:"cookie"`, map[string]string{"greeting": "Hello%2C%20world!", "code": "42"}, "code=42; greeting=Hello%2C%20world!"},
		{`style:"cookie" explode:"false"`, "blue", "color=blue"},
	}
}
