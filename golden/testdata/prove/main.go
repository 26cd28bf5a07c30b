// Command prove calls the methods of generated packages with the examples of their documents: a response example is
// what an in-process server answers, a request example is what the server must receive. The corpus test writes
// packages.go beside it, which fills clients, and hands it cases.json; results come out as JSON lines.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"reflect"
)

// A proof is one example and the method that it belongs to.
type proof struct {
	Package  string          // "proxyv1"
	Resource string          // the Go type: "Sessions"
	Method   string          // the Go method: "Create"
	Kind     string          // "response", "request", or "call": to a server that validates
	Status   int             // of the response
	Media    string          // of the request's body or of the response
	Name     string          // for people: "POST /v1/Services: create"
	Example  json.RawMessage // the value

	Call   int                                   // of kind "call": its number
	Args   []arg                                 // what to call the method with
	Params map[string]map[string]json.RawMessage // by place, then by name: "query", "X"
}

// An outcome says what became of a proof.
type outcome struct {
	Name   string
	Kind   string
	Failed string // the call did not end as it must
	Diffs  []diff
}

// A diff is a place where a value is not the example's.
type diff struct {
	Class string // "unknown field", "number as string" …
	Path  string
	Want  string
	Got   string
}

func main() {
	log.SetFlags(0)
	in, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	resources := map[string]map[string]reflect.Value{}
	out := json.NewEncoder(os.Stdout)
	decoder := json.NewDecoder(bufio.NewReader(in))
	for decoder.More() {
		var p proof
		if err := decoder.Decode(&p); err != nil {
			log.Fatal(err)
		}
		if resources[p.Package] == nil {
			resources[p.Package] = find(clients[p.Package]())
		}
		if err := out.Encode(prove(resources[p.Package], p)); err != nil {
			log.Fatal(err)
		}
	}
}

// find collects the resources of a client by the name of their type.
func find(client any) map[string]reflect.Value {
	found := map[string]reflect.Value{}
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		for i := range v.NumField() {
			f := v.Field(i)
			if v.Type().Field(i).IsExported() && f.Kind() == reflect.Pointer && f.Elem().Kind() == reflect.Struct {
				found[f.Type().Elem().Name()] = f
				walk(f.Elem())
			}
		}
	}
	walk(reflect.ValueOf(client).Elem())
	return found
}

func prove(resources map[string]reflect.Value, p proof) (o outcome) {
	o = outcome{Name: p.Name, Kind: p.Kind}
	defer func() {
		if problem := recover(); problem != nil {
			o.Failed = fmt.Sprint("panic: ", problem)
		}
	}()
	method := resources[p.Resource].MethodByName(p.Method)
	if !method.IsValid() {
		o.Failed = "no such method"
		return o
	}
	switch p.Kind {
	case "call":
		o.Diffs, o.Failed = proveCall(method, p)
	case "request":
		o.Diffs, o.Failed = proveRequest(method, p)
	default:
		o.Diffs, o.Failed = proveResponse(method, p)
	}
	return o
}
