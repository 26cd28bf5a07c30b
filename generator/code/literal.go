package code

import (
	"strconv"

	"github.com/dave/jennifer/jen"
)

// A literal is a composite literal's braces: on one line while it is short, or a field a line.
type literal struct {
	columns int // how long one line may be
	fields  []jen.Code
	size    int
}

// field adds "name: value"; size is about how many columns the value takes.
func (l *literal) field(name string, value jen.Code, size int) {
	l.fields = append(l.fields, jen.Id(name).Op(":").Add(value))
	l.size += len(name) + size + 4
}

func (l *literal) lit(name, value string) {
	l.field(name, jen.Lit(value), len(strconv.Quote(value)))
}

func (l *literal) code() *jen.Statement {
	if l.size <= l.columns {
		return jen.Values(l.fields...)
	}
	return lines(l.fields)
}

// row prints the fields on a line of their own.
func (l *literal) row() *jen.Statement { return lines([]jen.Code{jen.List(l.fields...)}) }

// lines prints braces with an item a line.
func lines(items []jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}, items...)
}

// oneLiner prints a function's body on the line of its signature.
func oneLiner(statements ...jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Open: "{", Close: "}", Separator: ";"}, statements...)
}

// rowWidth is how long the rows of a list grow.
const rowWidth = 90

// A cell is an item of a long list, with the columns that it takes.
type cell struct {
	code jen.Code
	size int
}

func textCell(text string) cell { return cell{jen.Lit(text), len(strconv.Quote(text))} }

// rows fills lines of a list with cells, a comma after each but the last.
func rows(cells []cell, columns int) []jen.Code {
	wrapped := wrapCells(cells, columns)
	all := make([]jen.Code, len(wrapped))
	for i, row := range wrapped {
		all[i] = jen.List(row...)
	}
	return all
}

// wrapCells breaks cells into rows of at most so many columns.
func wrapCells(cells []cell, columns int) [][]jen.Code {
	var all [][]jen.Code
	size := columns
	for _, c := range cells {
		if size+c.size > columns {
			all = append(all, nil)
			size = 0
		}
		last := len(all) - 1
		all[last] = append(all[last], c.code)
		size += c.size + 2
	}
	return all
}

// list prints braces around cells: on one line if they fit, on full lines if not.
func list(cells []cell, columns int) *jen.Statement {
	all := rows(cells, columns)
	if len(all) < 2 {
		return jen.Values(all...)
	}
	return lines(all)
}

// stringList prints a []string.
func stringList(all []string, columns int) *jen.Statement {
	cells := make([]cell, len(all))
	for i, s := range all {
		cells[i] = textCell(s)
	}
	return jen.Index().String().Add(list(cells, columns))
}
