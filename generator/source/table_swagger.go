package source

// swaggerTables hold the fields of version 2.0's own objects, as far as bundling goes through them.
var swaggerTables = map[object]fields{
	swaggerObject: {
		"paths": extMapOf(an(pathItem2Object)), "definitions": schemas, "parameters": mapOf(an(parameter2Object)),
		"responses": mapOf(an(response2Object)), "info": an(infoObject), "tags": list(an(tagObject)),
	},
	pathItem2Object: {
		"parameters": list(an(parameter2Object)), "get": operation2, "put": operation2, "post": operation2,
		"delete": operation2, "options": operation2, "head": operation2, "patch": operation2,
	},
	operation2Object: {
		"description": text, "parameters": list(an(parameter2Object)), "responses": extMapOf(an(response2Object)),
	},
	parameter2Object: {"description": text, "schema": schema},
	response2Object:  {"description": text, "schema": schema},
}

var operation2 = an(operation2Object)
