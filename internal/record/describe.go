package record

import (
	_ "embed"
	"fmt"
	"reflect"
	"strings"
	"sync"
)

//go:embed meanings.txt
var meaningsText string

// Meaning is what a field of the record means.
type Meaning struct {
	Unit    string   // what a number or an id counts or names; "" where that says nothing
	Words   string   // one sentence
	Allowed []string // nil: any value
}

// Describe is the meaning of a field, named as in JSON, of a type of this
// package; ok is false when nothing is known of it.
//
//	Describe("Quote", "form")  ->  {Words: "whether all of it, none of it ...", Allowed: [direct indirect mixed]}
func Describe(typ, field string) (m Meaning, ok bool) {
	m, ok = meanings()[typ+"."+field]
	return m, ok
}

// DescribeField is the meaning of a field that reflect.VisibleFields lists for
// t, which may belong to a struct within t.
func DescribeField(t reflect.Type, f reflect.StructField) Meaning {
	for _, i := range f.Index[:len(f.Index)-1] {
		t = t.Field(i).Type
	}
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	m, _ := Describe(t.Name(), name)
	return m
}

// meanings are read once; a faulty line is a mistake of ours that every test sees.
var meanings = sync.OnceValue(func() map[string]Meaning {
	m, err := readMeanings(meaningsText)
	if err != nil {
		panic(err)
	}
	return m
})

func readMeanings(txt string) (map[string]Meaning, error) {
	out := map[string]Meaning{}
	n := 0
	for line := range strings.Lines(txt) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		part := strings.Split(line, "|")
		if len(part) != 4 {
			return nil, fmt.Errorf("meanings.txt:%d: %d columns, want 4", n, len(part))
		}
		key := strings.TrimSpace(part[0])
		if _, twice := out[key]; twice {
			return nil, fmt.Errorf("meanings.txt:%d: %s stands twice", n, key)
		}
		out[key] = Meaning{strings.TrimSpace(part[1]), strings.TrimSpace(part[2]), parted(part[3])}
	}
	return out, nil
}

func parted(s string) (out []string) {
	for w := range strings.SplitSeq(s, ";") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}
