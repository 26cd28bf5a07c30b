package source

// schemaFields are the keywords of a schema: OpenAPI 3.0's and JSON Schema 2020-12's.
var schemaFields = fields{
	"title": text, "description": text, "format": text, "pattern": text, "contentMediaType": text, "contentEncoding": text,
	"$id": text, "$schema": text, "$anchor": text, "$comment": text, "$dynamicRef": text, "$dynamicAnchor": text,

	"type": {kind: wantTypes}, "enum": list(anything), "const": anything, "default": anything,
	"example": anything, "examples": list(anything),

	"nullable": boolean, "readOnly": boolean, "writeOnly": boolean, "deprecated": boolean, "allowEmptyValue": boolean,
	"uniqueItems": boolean,

	"minimum": decimal, "maximum": decimal, "multipleOf": decimal,
	"exclusiveMinimum": {kind: wantBound}, "exclusiveMaximum": {kind: wantBound},
	"minLength": count, "maxLength": count, "minItems": count, "maxItems": count, "minProperties": count, "maxProperties": count,
	"minContains": count, "maxContains": count,

	"required": texts, "dependentRequired": mapOf(texts),
	"properties": schemas, "patternProperties": schemas, "dependentSchemas": schemas, "$defs": schemas,
	"items": schema, "contains": schema, "propertyNames": schema, "not": schema, "if": schema, "then": schema, "else": schema,
	"contentSchema": schema,
	"oneOf":         list(schema), "anyOf": list(schema), "allOf": list(schema), "prefixItems": list(schema),
	"additionalProperties": schemaOr, "unevaluatedProperties": schemaOr, "unevaluatedItems": schemaOr,

	"discriminator": an(discriminatorObject), "xml": an(xmlObject), "externalDocs": an(externalDocsObject),
}

var schemaOr = want{kind: wantSchemaOr}
