package main

import (
	"fmt"
	"reflect"
	"sort"
	"strings"
)

type union interface{ Variant() any }

// variants lists the unions in a value that hold something, and what: "messages.0 UserMessage".
func variants(list []string, path string, v reflect.Value) []string {
	if v.IsValid() && v.CanInterface() {
		if u, ok := v.Interface().(union); ok && (v.Kind() != reflect.Pointer || !v.IsNil()) {
			if held := u.Variant(); held != nil {
				list = append(list, strings.TrimSpace(path+" "+name(reflect.TypeOf(held))))
				return variants(list, path, reflect.ValueOf(held))
			}
			return list
		}
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return variants(list, path, v.Elem())
		}
	case reflect.Struct:
		return fields(list, path, v)
	case reflect.Slice:
		for i := range v.Len() {
			list = variants(list, join(path, fmt.Sprint(i)), v.Index(i))
		}
	case reflect.Map:
		keys := v.MapKeys()
		sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
		for _, key := range keys {
			list = variants(list, join(path, key.String()), v.MapIndex(key))
		}
	}
	return list
}

func fields(list []string, path string, v reflect.Value) []string {
	if get := v.MethodByName("Get"); get.IsValid() && get.Type().NumIn() == 0 && get.Type().NumOut() == 2 { // Nullable
		return variants(list, path, get.Call(nil)[0])
	}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.IsExported() {
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			list = variants(list, join(path, key), v.Field(i))
		}
	}
	return list
}

func join(path, key string) string { return strings.TrimPrefix(path+"."+key, ".") }

// name is "UserMessage" for *vapi.UserMessage.
func name(t reflect.Type) string {
	switch {
	case t.Kind() == reflect.Pointer:
		return name(t.Elem())
	case t.Kind() == reflect.Slice && t.Name() == "":
		return "[]" + name(t.Elem())
	case t.Name() != "":
		return t.Name()
	}
	return t.String()
}
