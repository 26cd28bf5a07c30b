package openapi

import "github.com/sdkc/sdkc/generator/diag"

// The codes of what this room has to say.
const (
	// NoAPI: the document has neither paths nor webhooks nor components. It is refused.
	NoAPI diag.Code = "no-api"
	// KinRefused: kin-openapi cannot load the document as a whole; each object is read by itself.
	KinRefused diag.Code = "kin-refused"
	// MalformedKeyword: a keyword's value has the wrong JSON type; the keyword is left out.
	MalformedKeyword diag.Code = "malformed-keyword"
	// DanglingRef: a $ref leads nowhere, in a circle, or to something of another kind; the value is any.
	DanglingRef diag.Code = "dangling-ref"
	// RefSiblings: keywords beside a $ref that OpenAPI 3.0 says to ignore; they are.
	RefSiblings diag.Code = "ref-siblings"
	// AnyVariant: one alternative of a oneOf or anyOf accepts everything; the value is any.
	AnyVariant diag.Code = "any-variant"
	// UnknownType: a schema's type is none of JSON Schema's; it is left out.
	UnknownType diag.Code = "unknown-type"
	// NeverSchema: a schema that no value satisfies; the value is any.
	NeverSchema diag.Code = "never-schema"
	// Conflict: two schemas of an allOf contradict each other; the message says which one counts.
	Conflict diag.Code = "allof-conflict"
	// TooManyParts: an allOf, or unions within unions, bring more schemas than are merged; the message says what is left out.
	TooManyParts diag.Code = "allof-too-large"
	// TooManySchemas: a schema without a name beyond those that are emitted; the value is any.
	TooManySchemas diag.Code = "too-many-schemas"
	// TooLarge: the document comes to more than is emitted; the message says of what, the cure what stands for it.
	TooLarge diag.Code = "too-large"
	// UndeclaredRequired: a required property that the object does not declare; it is a field of any.
	UndeclaredRequired diag.Code = "undeclared-required"
	// DuplicateValue: a value that an enum has twice; it counts once.
	DuplicateValue diag.Code = "duplicate-enum-value"
	// OddValue: an enum value that does not suit the enum's type; the message says what it became.
	OddValue diag.Code = "odd-enum-value"
	// ArrayEnum: an enum stands on an array, but lists values of its items; the items' schema counts.
	ArrayEnum diag.Code = "array-enum"
	// EnumType: an enum's values contradict its type ("type: object" with strings); the values count.
	EnumType diag.Code = "enum-type"
	// MixedEnum: an enum of objects, arrays or several types; its values are shown, not constants.
	MixedEnum diag.Code = "mixed-enum"
	// Conditional: if, then, else or dependentSchemas; their properties are optional fields, conditions are not enforced.
	Conditional diag.Code = "conditional-schema"
	// NotSchema: not is no type and is not enforced.
	NotSchema diag.Code = "not-schema"
	// Tuple: prefixItems; all items have one type, a union of the positions'.
	Tuple diag.Code = "tuple"
	// Patterns: patternProperties; keys are not checked, values have one type.
	Patterns diag.Code = "pattern-properties"
	// KeyNames: propertyNames are not enforced.
	KeyNames diag.Code = "property-names"
	// Contains: contains, minContains and maxContains are not enforced.
	Contains diag.Code = "contains"
	// Unread: a keyword of OpenAPI or JSON Schema that has no meaning for an SDK yet; the cure says what is emitted.
	Unread diag.Code = "unread-keyword"
	// Alternatives: oneOf, anyOf or dependentRequired that only demand properties; the demand is not enforced.
	Alternatives diag.Code = "required-alternatives"
	// SecondUnion: a second oneOf or anyOf in one schema; its properties are optional fields of each variant of the first.
	SecondUnion diag.Code = "second-union"
	// BadMapping: a discriminator value that leads nowhere, or to a schema that is no variant and becomes one.
	BadMapping diag.Code = "discriminator-mapping"
	// NoDiscriminator: a discriminator without a propertyName; it is left out.
	NoDiscriminator diag.Code = "discriminator-without-property"
	// IgnoredHeader: a header param named Accept, Content-Type or Authorization, which OpenAPI says to ignore.
	IgnoredHeader diag.Code = "ignored-header-param"
	// UndeclaredParam: a {name} of a path template without a param; it is a required string.
	UndeclaredParam diag.Code = "undeclared-path-param"
	// StrayParam: a path param that the path template lacks; it cannot be sent and is left out.
	StrayParam diag.Code = "stray-path-param"
	// OptionalPathParam: a path param that is not required; it is required all the same.
	OptionalPathParam diag.Code = "optional-path-param"
	// UnknownLocation: a param in a location that sdkc does not know; it is left out.
	UnknownLocation diag.Code = "unknown-param-location"
	// NamelessParam: a param without a name; it is left out.
	NamelessParam diag.Code = "nameless-param"
	// UntypedParam: a param without schema and content; it is a string.
	UntypedParam diag.Code = "untyped-param"
	// DuplicateParam: two params of one name and location in one list; the later one counts.
	DuplicateParam diag.Code = "duplicate-param"
	// UnknownScheme: a security requirement names a scheme that the document lacks.
	UnknownScheme diag.Code = "unknown-security-scheme"
	// ForeignType: x-go-type names a type of another package, which the output does not import.
	ForeignType diag.Code = "foreign-go-type"
	// EnumNames: x-enum-varnames or its like has more or fewer names than the enum has values.
	EnumNames diag.Code = "enum-names"
	// CallbackIgnored: callbacks of a webhook or of a callback, or more than a hundred; they are not emitted.
	CallbackIgnored diag.Code = "callback-ignored"
	// MalformedOperation: an operation or path that is no object; it is emitted without facts, or left out where it is none.
	MalformedOperation diag.Code = "malformed-operation"
	// AnyMethod: an operation stands for all methods that its path does not have; the message names those that are emitted.
	AnyMethod diag.Code = "any-method"
	// SecondOperation: a method stands twice on one path, so that both would be the same request; the first is emitted.
	SecondOperation diag.Code = "second-operation"
)
