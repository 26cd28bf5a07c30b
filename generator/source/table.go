package source

// fields is what an object may hold, by OpenAPI 3.0, 3.1 and 3.2 together.
type fields map[string]want

// tables hold the fields of each kind of object but the schema, which schema.go has.
var tables = map[object]fields{
	documentObject: {
		"openapi": text, "info": an(infoObject), "jsonSchemaDialect": text, "servers": list(an(serverObject)),
		"paths": extMapOf(an(pathItemObject)), "webhooks": mapOf(an(pathItemObject)), "components": an(componentsObject),
		"security": requirements, "tags": list(an(tagObject)), "externalDocs": an(externalDocsObject),
	},
	infoObject: {
		"title": text, "summary": text, "description": text, "termsOfService": text,
		"contact": an(contactObject), "license": an(licenseObject), "version": text,
	},
	contactObject:      {"name": text, "url": text, "email": text},
	licenseObject:      {"name": text, "identifier": text, "url": text},
	externalDocsObject: {"description": text, "url": text},
	serverObject:       {"name": text, "url": text, "description": text, "variables": mapOf(an(variableObject))},
	variableObject:     {"enum": texts, "default": text, "description": text},
	tagObject: {
		"name": text, "summary": text, "description": text, "externalDocs": an(externalDocsObject),
		"parent": text, "kind": text,
	},
	componentsObject: {
		"schemas": schemas, "responses": mapOf(an(responseObject)), "parameters": mapOf(an(parameterObject)),
		"examples": mapOf(an(exampleObject)), "requestBodies": mapOf(an(requestBodyObject)), "headers": mapOf(an(headerObject)),
		"securitySchemes": mapOf(an(securitySchemeObject)), "links": mapOf(an(linkObject)),
		"callbacks": mapOf(an(callbackObject)), "pathItems": mapOf(an(pathItemObject)), "mediaTypes": content,
	},
	pathItemObject: {
		"summary": text, "description": text, "servers": list(an(serverObject)), "parameters": list(an(parameterObject)),
		"get": operation, "put": operation, "post": operation, "delete": operation, "options": operation, "head": operation,
		"patch": operation, "trace": operation, "connect": operation, "query": operation, "additionalOperations": mapOf(operation),
		"x-amazon-apigateway-any-method": operation,
	},
	operationObject: {
		"tags": texts, "summary": text, "description": text, "externalDocs": an(externalDocsObject), "operationId": text,
		"parameters": list(an(parameterObject)), "requestBody": an(requestBodyObject),
		"responses": extMapOf(an(responseObject)), "callbacks": mapOf(an(callbackObject)), "deprecated": boolean,
		"security": requirements, "servers": list(an(serverObject)),
	},
	parameterObject: param,
	headerObject:    param,
	requestBodyObject: {
		"description": text, "content": content, "required": boolean,
	},
	mediaTypeObject: {
		"schema": schema, "itemSchema": schema, "example": anything, "examples": mapOf(an(exampleObject)),
		"encoding": mapOf(an(encodingObject)),
	},
	encodingObject: {
		"contentType": text, "headers": mapOf(an(headerObject)), "style": text, "explode": boolean, "allowReserved": boolean,
	},
	responseObject: {
		"summary": text, "description": text, "headers": mapOf(an(headerObject)), "content": content, "links": mapOf(an(linkObject)),
	},
	exampleObject: {
		"summary": text, "description": text, "value": anything, "externalValue": text,
		"dataValue": anything, "serializedValue": text,
	},
	linkObject: {
		"operationRef": text, "operationId": text, "parameters": mapOf(anything), "requestBody": anything,
		"description": text, "server": an(serverObject),
	},
	discriminatorObject: {
		"propertyName": text, "mapping": mapOf(want{kind: wantTarget}), "defaultMapping": want{kind: wantTarget},
	},
	xmlObject: {
		"name": text, "namespace": text, "prefix": text, "attribute": boolean, "wrapped": boolean, "nodeType": text,
	},
	securitySchemeObject: {
		"type": text, "description": text, "name": text, "in": text, "scheme": text, "bearerFormat": text,
		"flows": an(flowsObject), "openIdConnectUrl": text, "oauth2MetadataUrl": text, "deprecated": boolean,
	},
	flowsObject: {
		"implicit": an(flowObject), "password": an(flowObject), "clientCredentials": an(flowObject),
		"authorizationCode": an(flowObject), "deviceAuthorization": an(flowObject),
	},
	flowObject: {
		"authorizationUrl": text, "deviceAuthorizationUrl": text, "tokenUrl": text, "refreshUrl": text, "scopes": mapOf(text),
	},
	schemaObject: schemaFields,
}

var (
	operation    = an(operationObject)
	content      = mapOf(an(mediaTypeObject))
	requirements = list(mapOf(texts))
	param        = fields{
		"name": text, "in": text, "description": text, "required": boolean, "deprecated": boolean,
		"allowEmptyValue": boolean, "style": text, "explode": boolean, "allowReserved": boolean, "schema": schema,
		"example": anything, "examples": mapOf(an(exampleObject)), "content": content,
	}
)

// wanted is what belongs under a key of an object; unknown keys hold anything.
func (o object) wanted(key string) want {
	if o == callbackObject && !isExtension(key) {
		return an(pathItemObject)
	}
	if fields, ok := tables[o]; ok {
		return fields[key]
	}
	return swaggerTables[o][key]
}

func isExtension(key string) bool { return len(key) >= 2 && key[0] == 'x' && key[1] == '-' }
