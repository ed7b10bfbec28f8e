package record

import (
	"bytes"
	"strings"
	"testing"
)

func TestReadLinesRefuses(t *testing.T) {
	for in, want := range map[string]string{
		`{"type":"report","id":"r1"}` + "\n" + `{"type":"poem","id":"x"}`: `line 2: "poem" is no line of a record`,
		`{"type":"report"}`:                   `line 1: "report" is no line of a record`,
		`[1]`:                                 "line 1: ",
		`{"type":"quote","id":"q1","text":3}`: "line 1: ",
		`{"type":`:                            "line 1: ",
	} {
		if _, err := ReadLines(strings.NewReader(in)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", in, err, want)
		}
	}
}

func FuzzReadLines(f *testing.F) {
	f.Add([]byte(`{"type":"event","id":"v1","label":"meet","participants":[{"entity":null,"text":"x","role":"actor"}]}`))
	f.Add([]byte(`{"type":"figure","id":"f1","value":1e400}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		r, err := ReadLines(bytes.NewReader(in))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := WriteLines(&out, r.Lines()); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadLines(&out); err != nil {
			t.Errorf("what was written cannot be read: %v", err)
		}
	})
}
