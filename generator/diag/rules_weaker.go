package diag

// weakerRules are what is emitted weaker or other than a document says, and what was decided.
var weakerRules = []Rule{
	warns("allof-conflict", "two schemas of an allOf contradict each other; the cure says which one counts"),
	warns("allof-too-large", "an allOf, or unions within unions, bring more schemas than are merged; the cure says what is left out").
		like("api.yaml:310:7: warning: allOf leads to too many schemas; the furthest are left out"),
	notes("any-method", "a path takes any method; it is read as those that are in use"),
	notes("any-variant", "one alternative of a oneOf or anyOf accepts everything, so that the value is any"),
	notes("array-enum", "an enum stands on an array but lists values of its items; the items' schema counts"),
	warns("bad-go-name", "x-go-name is no exported Go name; the name is made from the document's own words"),
	warns("bad-header", "a param cannot be the name of a header; it is not emitted").
		like(`api.yaml:12:11: warning: GET /pets: "a b" cannot be the name of a header; no param is emitted`),
	warns("body-choice", "an operation takes several media types; the method sends one").or(Note),
	warns("callback-ignored", "callbacks of a webhook or a callback, or too many of an operation, are not emitted"),
	warns("conditional-schema", "if, then, else and dependentSchemas are not enforced; their properties are optional fields"),
	notes("contains", "contains is not enforced; any items are accepted"),
	warns("discriminator-mapping", "a value of a discriminator leads nowhere, or to a schema that is no variant and becomes one"),
	warns("discriminator-without-property", "a discriminator has no propertyName; variants are told apart by their shape").
		like("api.yaml:44:7: warning: discriminator has no propertyName; variants are told apart by their shape"),
	notes("duplicate-enum-value", "an enum has a value twice; it counts once").
		like("api.yaml:21:13: note: the enum has value 1 twice; it counts once"),
	warns("duplicate-param", "two params of one name are in one place; one of them counts"),
	warns("endless-alias", "a schema only refers to itself; any is emitted").
		like("api.yaml:31:5: warning: schema Loop only refers to itself; any is emitted"),
	warns("enum-names", "an extension that names the values of an enum does not fit them; the cure says what counts"),
	warns("enum-type", "the values of an enum contradict its type; the values count"),
	notes("foreign-go-type", "x-go-type names a Go type of the provider's own; the type is made from the schema"),
	notes("form-argument", "a form's params would be copied into many methods; they share a type, which is an argument of theirs").
		like("api.yaml:120:5: note: the params of methods would repeat 4200 fields of schema Order; its type is an argument of these methods"),
	warns("form-extra", "a form takes keys that are no field; only the fields are emitted"),
	notes("ignored-header-param", "a header param is one that OpenAPI says to ignore; the call sets the header itself"),
	notes("insecure-server", "a server is reached without TLS"),
	notes("kept-page", "an operation has become a list that goes on; it still returns the page, as the lock says that it did"),
	warns("kept-type", "an object of answers is now sent, too; its fields keep the types that were published"),
	notes("kin-refused", "the library that loads documents refuses this one as a whole; each object is read by itself").
		like("api.yaml:1:1: note: kin-openapi: invalid components: unresolved ref; each object is read by itself"),
	warns("malformed-keyword", "a keyword's value has the wrong JSON type; the keyword is left out").
		like("api.yaml:14:20: warning: maxLength cannot be a string; the keyword is left out"),
	warns("malformed-operation", "an operation or a path is no object; it is emitted without facts, or left out where it is none").
		like("api.yaml:9:5: warning: operation is a string; it is an operation without params and results"),
	warns("mixed-enum", "an enum has objects, arrays or values of several types; they are shown, not constants").or(Note),
	notes("name-clash", "two things want one Go name; one of them has a longer one"),
	notes("never-schema", "no value satisfies a schema; the value is any").or(Warning),
	refuses("no-api", "a document has neither paths nor webhooks nor components"),
	notes("not-schema", "not is no type and is not enforced").or(Warning),
	warns("odd-enum-value", "a value of an enum does not suit its type; the cure says what it became").or(Note),
	notes("own-header", "OpenAPI leaves a header to the client, which sets it").
		like("api.yaml:9:11: note: GET /pets: OpenAPI leaves the header Accept to the client; the client sets it; WithHeader overrides it"),
	notes("pattern-properties", "the patterns of patternProperties are not enforced; the values have one type").or(Warning),
	warns("personal-data", "an object has personal data and a field that keeps it from hiding them when it is printed"),
	notes("property-names", "propertyNames is not enforced; keys are any strings"),
	notes("ref-siblings", "keywords stand beside a $ref, which OpenAPI 3.0 says to ignore; they are"),
	warns("relative-server", "a server names no host; the cure says where calls go"),
	notes("required-alternatives", "a oneOf, anyOf or dependentRequired only demands properties; the demand is not enforced"),
	notes("result-choice", "an operation answers with several media types; the method asks for one").or(Warning),
	notes("same-variant", "two variants of a union are one Go type; one is emitted for both").
		like("api.yaml:61:9: note: union Pet has two variants that are string in Go; one is emitted for both"),
	warns("second-operation", "a method stands twice on one path; the first is emitted").
		like("api.yaml:40:5: warning: the path has a second GET; the first one is emitted"),
	warns("second-union", "a schema has a second oneOf or anyOf; it is not enforced"),
	warns("security-scheme", "a security scheme is none that the client can follow; users give the credential themselves"),
	warns("server-hosts", "a server is not written like the hosts: of the config; calls go there, whatever the variables say"),
	warns("server-url", "the URL of a server cannot be used as it stands; the cure says where calls go"),
	warns("server-variable", "a variable of a server has no default, or one that is none of its values").or(Note),
	warns("several-results", "an operation answers several statuses with bodies; the method returns one").or(Note),
	warns("stray-path-param", "a path param is not in the path's template; it cannot be sent and is left out"),
	warns("token-url", "a token URL of OAuth2 cannot be used; users name one, or give tokens"),
	warns("too-large", "a document has more of something than is emitted; the cure says what stands for the rest").
		like("api.yaml:90210:5: warning: the document has more than 50000 variants of unions; this and what follows is any"),
	warns("too-many-schemas", "a document has more schemas without a name than are emitted; the rest is any").
		like("api.yaml:90210:5: warning: the document has more than 50000 schemas without a name; the value is any"),
	notes("tuple", "the positions of prefixItems have types of their own; all items have one, a union of them").or(Warning),
	warns("undeclared-path-param", "a path has a {name} that no param declares; it is a string"),
	warns("undeclared-required", "an object requires a property that it does not declare; it is a field of any"),
	warns("unknown-param-location", "a param is in a place that sdkc does not know; it is left out").
		like(`api.yaml:14:9: warning: param "x" is in "trailer"; it is left out`),
	warns("unknown-security-scheme", "a security requirement names a scheme that the document lacks"),
	notes("unread-keyword", "a keyword changes nothing of what is emitted, or not as the document means; the cure says what counts").or(Warning),
	warns("untyped", "a schema is not part of the document; any is emitted").
		like("api.yaml:31:5: warning: schema Ghost is not part of the document; any is emitted"),
	warns("untyped-param", "a param has neither a schema nor content; it is a string"),
	notes("unused-schema", "no operation and no webhook uses some schemas; no types are emitted for them"),
	warns("unused-path-param", "a path param is not in the path; no argument is emitted").
		like("api.yaml:14:9: warning: GET /pets: path param id is not in the path; no argument is emitted"),
	warns("webhook-body", "a webhook sends what is not decoded; its handler reads the body of the request"),
	warns("wide-enum", "a value of an enum does not fit 64 bits; the enum is over float64"),
}
