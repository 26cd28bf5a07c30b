package sdk

import (
	"strings"

	"github.com/sdkc/sdkc/generator/model"
)

// keyHeader is the header in which an operation takes an idempotency key: one that it declares, or that an extension
// names. That of all operations is the client's business.
func (b *builder) keyHeader(op *model.Operation) string {
	for _, p := range op.Params {
		if b.isKeyHeader(p) {
			return string(p.Name)
		}
	}
	if !isToken(op.KeyHeader) {
		return ""
	}
	return op.KeyHeader
}

// isKeyHeader tells whether a param is an idempotency key, by the names in use and by that which the config gives.
func (b *builder) isKeyHeader(p *model.Param) bool {
	if p.In != model.InHeader || !isToken(string(p.Name)) {
		return false
	}
	if strings.EqualFold(string(p.Name), b.opts.KeyHeader) {
		return true
	}
	switch strings.TrimPrefix(strings.ToLower(string(p.Name)), "x-") {
	case "idempotency-key", "idempotence-key", "idempotent-key", "idempotency-token", "idempotencykey":
		return true
	}
	return false
}
