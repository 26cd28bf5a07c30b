package openapi

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/sdkc/sdkc/generator/model"
	"github.com/sdkc/sdkc/generator/source"
)

// schemes are the ways to authenticate that the document declares.
func (r *reader) schemes() []*model.Scheme {
	var out []*model.Scheme
	for _, f := range fields(r.doc.Root.Get("components").Get("securitySchemes")) {
		n, _ := r.follow(f.Value, &place{})
		if n == nil || n.Kind != source.Object {
			continue
		}
		k := r.kin.scheme(n)
		out = append(out, &model.Scheme{
			Name:   model.Wire(f.Key),
			Type:   k.Type,
			HTTP:   strings.ToLower(k.Scheme),
			In:     model.Location(k.In),
			Param:  keyName(k),
			Doc:    model.Text(k.Description),
			Flows:  flows(n.Get("flows")),
			OpenID: k.OpenIdConnectUrl,
			Pos:    f.Pos,
		})
	}
	return out
}

// keyName is the name of the header, query param or cookie that carries an API key.
func keyName(k *openapi3.SecurityScheme) model.Wire {
	if k.Type != "apiKey" {
		return ""
	}
	return model.Wire(k.Name)
}

func flows(n *source.Node) []*model.Flow {
	var out []*model.Flow
	for _, f := range fields(n) {
		if strings.HasPrefix(f.Key, "x-") {
			continue
		}
		flow := &model.Flow{
			Grant:            f.Key,
			TokenURL:         f.Value.Get("tokenUrl").Text(),
			AuthorizationURL: f.Value.Get("authorizationUrl").Text(),
			RefreshURL:       f.Value.Get("refreshUrl").Text(),
		}
		for _, s := range fields(f.Value.Get("scopes")) {
			flow.Scopes = append(flow.Scopes, &model.Scope{Name: s.Key, Doc: model.Text(scalar(s.Value))})
		}
		out = append(out, flow)
	}
	return out
}

// security reads a list of alternatives: nil if there is no list, empty if the list is.
func (r *reader) security(n *source.Node) *model.Security {
	if n == nil || n.Kind != source.Array {
		return nil
	}
	out := model.Security{}
	known := r.doc.Root.Get("components").Get("securitySchemes")
	for _, item := range n.Items {
		needs := []model.Need{}
		for _, f := range fields(item) {
			need := model.Need{Scheme: model.Wire(f.Key)}
			if known.Get(f.Key) == nil {
				r.warn(UnknownScheme, f.Value, "credentials for it come from options alone", "security scheme %q is not declared", oneLine(f.Key))
			}
			for _, scope := range items(f.Value) {
				need.Scopes = append(need.Scopes, scope.Text())
			}
			needs = append(needs, need)
		}
		out = append(out, needs)
	}
	return &out
}
