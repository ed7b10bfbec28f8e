package columnar

import (
	"reflect"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"

	"rapporteur/internal/publish/export/codebook"
)

// ordered is a group whose columns keep their order; parquet.Group sorts them
// by name.
type ordered struct {
	parquet.Group
	fields []parquet.Field
}

// Fields are the columns in their order.
func (o ordered) Fields() []parquet.Field { return o.fields }

// group is the schema of a struct.
func group(cs []*codebook.Column) parquet.Node {
	g := parquet.Group{}
	place := map[string]int{}
	for i, c := range cs {
		g[c.Name] = node(c)
		place[c.Name] = i
	}
	fields := make([]parquet.Field, len(cs))
	for _, f := range g.Fields() {
		fields[place[f.Name()]] = f
	}
	return ordered{g, fields}
}

// node is the schema of one column.
func node(c *codebook.Column) parquet.Node {
	n := leaf(c)
	if c.List {
		return parquet.List(n)
	}
	if c.Optional {
		return parquet.Optional(n)
	}
	return n
}

func leaf(c *codebook.Column) parquet.Node {
	switch c.Type {
	case codebook.Group:
		return group(c.Columns)
	case codebook.Integer:
		return parquet.Int(64)
	case codebook.Number:
		return parquet.Leaf(parquet.DoubleType)
	case codebook.Truth:
		return parquet.Leaf(parquet.BooleanType)
	case codebook.Day:
		return parquet.Date()
	}
	return parquet.String()
}

// levels say where in a row a value stands (Melnik et al., "Dremel: Interactive
// Analysis of Web-Scale Datasets", 2010): at which list it goes on, how much of
// what may be missing is there, how many lists are around it.
type levels struct{ repetition, definition, lists int }

// shredder puts the values of one row to the leaves of its table.
type shredder struct {
	*table
	next int // number of the leaf that comes next
}

func (s *shredder) group(cs []*codebook.Column, v reflect.Value, at levels) {
	for _, c := range cs {
		value, ok := c.In(v)
		s.column(c, value, ok, at)
	}
}

func (s *shredder) column(c *codebook.Column, v reflect.Value, ok bool, at levels) {
	if c.List {
		s.list(c, v, at)
		return
	}
	if c.Optional {
		if ok = ok && known(c, v); !ok {
			s.missing(c, at)
			return
		}
		at.definition++
	}
	s.value(c, v, at)
}

// known is false for what stands in the place of a day and is none.
func known(c *codebook.Column, v reflect.Value) bool {
	if c.Type != codebook.Day {
		return true
	}
	_, ok := days(v.String())
	return ok
}

// list puts every element of a list to the same leaves.
func (s *shredder) list(c *codebook.Column, v reflect.Value, at levels) {
	if v.Len() == 0 {
		s.missing(c, at)
		return
	}
	first := s.next
	inner := levels{at.repetition, at.definition + 1, at.lists + 1}
	for i := range v.Len() {
		s.next = first
		s.value(c, v.Index(i), inner)
		inner.repetition = inner.lists
	}
}

func (s *shredder) value(c *codebook.Column, v reflect.Value, at levels) {
	if c.Type == codebook.Group {
		s.group(c.Columns, v, at)
		return
	}
	s.put(s.leafValue(c, v), at)
}

func (s *shredder) leafValue(c *codebook.Column, v reflect.Value) parquet.Value {
	switch c.Type {
	case codebook.Integer:
		return parquet.Int64Value(v.Int())
	case codebook.Number:
		return parquet.DoubleValue(v.Float())
	case codebook.Truth:
		return parquet.BooleanValue(v.Bool())
	case codebook.Day:
		n, _ := days(v.String())
		return parquet.Int32Value(n)
	}
	txt := strings.ToValidUTF8(codebook.String(v), "\uFFFD")
	s.size += len(txt)
	return parquet.ByteArrayValue([]byte(txt))
}

// missing says of every leaf below c that it has no value here.
func (s *shredder) missing(c *codebook.Column, at levels) {
	if c.Type != codebook.Group {
		s.put(parquet.NullValue(), at)
		return
	}
	for _, inner := range c.Columns {
		s.missing(inner, at)
	}
}

func (s *shredder) put(v parquet.Value, at levels) {
	s.leaves[s.next] = append(s.leaves[s.next], v.Level(at.repetition, at.definition, s.next))
	s.next++
}

// days is a day as Parquet counts it: from 1970-01-01.
func days(s string) (n int32, ok bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, false
	}
	return int32(t.Unix() / (24 * 60 * 60)), true
}
