package source

// A want says what JSON belongs in a place: the tables below hold one for each field of each
// object of OpenAPI. Bundling finds its way by them, and shaping makes them true.
type want struct {
	kind   wantKind
	object object // of wantObject
	of     *want  // of wantList and wantMap: what each member is
}

type wantKind uint8

const (
	wantAny      wantKind = iota // data: examples, defaults, extensions
	wantText                     // a string
	wantBool                     // true or false
	wantNumber                   // a number that float64 can hold
	wantCount                    // an integer from 0 to 2^64-1
	wantBound                    // a number (3.1) or a boolean (3.0): exclusiveMinimum
	wantTypes                    // the type of a schema: a string or several
	wantTarget                   // a schema's name or reference: a discriminator's mapping
	wantSchemaOr                 // a schema or a boolean
	wantList                     // an array
	wantMap                      // an object with keys of the document's choice
	wantExtMap                   // the same, but keys that begin with x- are extensions
	wantObject                   // an object with the fields of a table
)

// An object is a kind of object that OpenAPI describes.
type object string

const (
	documentObject       object = "document"
	infoObject           object = "info"
	contactObject        object = "contact"
	licenseObject        object = "license"
	serverObject         object = "server"
	variableObject       object = "server variable"
	componentsObject     object = "components"
	pathItemObject       object = "path item"
	operationObject      object = "operation"
	externalDocsObject   object = "external docs"
	parameterObject      object = "param"
	headerObject         object = "header"
	requestBodyObject    object = "request body"
	mediaTypeObject      object = "media type"
	encodingObject       object = "encoding"
	responseObject       object = "response"
	callbackObject       object = "callback"
	exampleObject        object = "example"
	linkObject           object = "link"
	tagObject            object = "tag"
	schemaObject         object = "schema"
	discriminatorObject  object = "discriminator"
	xmlObject            object = "xml"
	securitySchemeObject object = "security scheme"
	flowsObject          object = "OAuth flows"
	flowObject           object = "OAuth flow"

	// Version 2.0 has these of its own.
	swaggerObject    object = "2.0 document"
	pathItem2Object  object = "2.0 path item"
	operation2Object object = "2.0 operation"
	parameter2Object object = "2.0 param"
	response2Object  object = "2.0 response"
)

var (
	anything = want{kind: wantAny}
	text     = want{kind: wantText}
	boolean  = want{kind: wantBool}
	decimal  = want{kind: wantNumber}
	count    = want{kind: wantCount}
	texts    = list(text)
	schema   = an(schemaObject)
	schemas  = mapOf(schema)
)

func an(o object) want      { return want{kind: wantObject, object: o} }
func list(of want) want     { return want{kind: wantList, of: &of} }
func mapOf(of want) want    { return want{kind: wantMap, of: &of} }
func extMapOf(of want) want { return want{kind: wantExtMap, of: &of} }

// sections says for which objects a $ref may stand, and where under components the named ones
// live. A path item has a section from 3.1 on, but kin-openapi does not know it: they are inlined.
var sections = map[object]string{
	schemaObject: "schemas", responseObject: "responses", parameterObject: "parameters",
	exampleObject: "examples", requestBodyObject: "requestBodies", headerObject: "headers",
	securitySchemeObject: "securitySchemes", linkObject: "links", callbackObject: "callbacks",
}

// sections2 says the same of version 2.0, where they lie at the root.
var sections2 = map[object]string{
	schemaObject: "definitions", parameter2Object: "parameters", response2Object: "responses",
}
