// Package bench compares the emitted Twilio Proxy client with what else calls the same API: net/http and encoding/json
// by hand, twilio-go, and oapi-codegen's client of the same document (oapi/). All read the same bytes from the same
// transport in memory, so that the figures are ratios of one run. It is a module of its own: what it needs stays out of
// sdkc's.
//
//	cd bench && go test -bench . -benchmem -count 6
package bench

//go:generate go tool oapi-codegen -config oapi/config.yaml ../specs/twilio_proxy_v1.yaml
