package record

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// decided makes a sound decision by hand.
func decided(action Action, kind string, id ID, at string) Decision {
	d := Decision{Action: action, About: Target{Ref: Ref{kind, id}}, By: "anna", At: at}
	d.Seal()
	return d
}

func TestFoldIsOfTheSet(t *testing.T) {
	a := decided(ToReject, KindQuote, "q1", "2031-05-14T10:00:00Z")
	b := decided(ToUndo, KindDecision, a.ID, "2031-05-14T10:01:00Z")
	c := decided(ToUndo, KindDecision, b.ID, "2031-05-14T10:02:00Z")
	e := decided(ToAccept, KindQuote, "q2", "2031-05-14T09:00:00Z")
	all := []Decision{a, b, c, e, a}
	for range 20 {
		rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		got := Fold(all)
		if len(got) != 2 || got[0].ID != e.ID || got[1].ID != a.ID {
			t.Fatalf("an undo that was undone: %+v", got)
		}
		if got := Fold(slices.DeleteFunc(slices.Clone(all), func(d Decision) bool { return d.ID == c.ID })); len(got) != 1 {
			t.Fatalf("undone: %+v", got)
		}
	}
}

func TestALongChainOfUndos(t *testing.T) {
	all := []Decision{decided(ToReject, KindQuote, "q1", "2031-05-14T10:00:00Z")}
	for range 100_000 {
		all = append(all, decided(ToUndo, KindDecision, all[len(all)-1].ID, "2031-05-14T10:00:00Z"))
	}
	// An even number of undos, each of the one before: the first decision holds.
	if got := Fold(all); len(got) != 1 || got[0].ID != all[0].ID {
		t.Fatalf("%d decisions hold", len(got))
	}
}

// TestRefused: what a file may hold that is no decision, and what is said of it.
func TestRefused(t *testing.T) {
	sound := `{"type":"decision","action":"reject","about":{"type":"quote","id":"q1"},"by":"anna","at":"2031-05-14T10:00:00Z"`
	correct := strings.Replace(sound, `"reject"`, `"correct"`, 1)
	for in, want := range map[string]string{
		sound + `,"note":"` + strings.Repeat("x", 10<<20) + `"}`:         "line 1: longer than",
		sound + `,"note":"` + strings.Repeat("x", 20_000) + `"}`:         "line 1: note is 20000 bytes long; 10000 are the most",
		sound + `,"note":"a\u001b[2J"}`:                                  "note holds the control character U+001B",
		sound + `,"note":"a\u202e"}`:                                     "note holds the control character U+202E",
		"\n\n" + strings.Replace(sound, `"reject"`, `"delete"`, 1) + `}`: `line 3: no action "delete"; there are: accept, reject, correct, seen, merge, split, undo`,
		strings.Replace(sound, `"quote"`, `"report"`, 1) + `}`:           `a report is not decided by "reject"; by: seen`,
		strings.Replace(sound, `"quote"`, `"planet"`, 1) + `}`:           `about.type "planet" is nothing`,
		sound + `,"id":"kwrong"}`:                                        "the line was changed",
		sound + `,"colour":"red"}`:                                       "colour",
		sound + `} {}`:                                                   "more than one object",
		sound:                                                            "no JSON object",
		`[1]`:                                                            "a line cannot be an array",
		strings.Replace(sound, "anna", " ", 1) + `}`:                     "by is empty",
		strings.Replace(sound, "2031-05-14T10", "yesterday", 1) + `}`:    "write a time as",
		strings.Replace(sound, `"q1"`, `"q 1"`, 1) + `}`:                 "is no id",
		sound + `,"field":"speaker"}`:                                    "go with the action correct",
		correct + `}`:                                                    "needs a field",
		correct + `,"field":"stance","value":"reject"}`:                  `a quote has no field "stance" to correct; there are: speaker, addressee, time, form`,
		correct + `,"field":"form","value":"loud"}`:                      "it is one of: direct, indirect, mixed",
		correct + `,"field":"time","value":"May"}`:                       "write a day as",
		correct + `,"field":"time","value":"2031-05-14","entity":"e1"}`:  "is no party",
		strings.Replace(sound, `"reject"`, `"merge"`, 1) + `}`:           "needs one line or more",
		strings.Replace(sound, `"reject"`, `"merge"`, 1) + `,"with":[{"type":"quote","id":"q1"}]}`: "merged with itself",
		strings.Replace(sound, `"reject"`, `"merge"`, 1) + `,"with":[{"type":"event","id":"v1"}]}`: "a quote cannot be merged with an event",
		strings.Replace(sound, `"reject"`, `"split"`, 1) + `,"part":{}}`:                           "needs names or passages",
	} {
		if _, err := ReadDecisions(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.100s: %.200v, want %s", in, err, want)
		}
	}
	if ds, err := ReadDecisions(strings.NewReader("\n" + sound + "}\r\n\n" + correct + `,"field":"speaker"}`)); err != nil || len(ds) != 2 {
		t.Errorf("%v, %d decisions", err, len(ds))
	}
}

// FuzzReadDecisions: any bytes give decisions that can be kept and come back
// as they are, or an error.
func FuzzReadDecisions(f *testing.F) {
	var b bytes.Buffer
	d := Decision{Action: ToSplit, About: Target{Ref: Ref{KindEntity, "e1"}, Anchor: Anchor{Names: []string{"Anna Vask"}}},
		Part: &Anchor{Names: []string{"Vask"}, Passages: []Passage{{Report: "r1", Source: "a.txt", Start: 3, End: 7, Exact: "Vask"}}}, By: "anna", At: "2031-05-14T10:00:00.5+02:00", Note: "no\nkin"}
	d.Seal()
	if err := WriteDecisions(&b, []Decision{d, decided(ToUndo, KindDecision, d.ID, "2031-05-14T10:00:00Z")}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"type":"decision","action":"correct","about":{"type":"figure","id":"f1"},"field":"value","value":"1e9","by":"b","at":"2031-05-14T10:00:00Z"}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		ds, err := ReadDecisions(bytes.NewReader(in))
		if err != nil {
			if strings.ContainsAny(err.Error(), "\x1b\n\r") || len(err.Error()) > 2000 {
				t.Errorf("the message is not plain: %q", err)
			}
			return
		}
		var out bytes.Buffer
		if err := WriteDecisions(&out, ds); err != nil {
			t.Fatal(err)
		}
		again, err := ReadDecisions(&out)
		if err != nil || len(again) != len(ds) {
			t.Fatalf("does not come back: %v", err)
		}
		for i := range ds {
			if ds[i].ID != again[i].ID || ds[i].ID == "" {
				t.Errorf("%s came back as %s", ds[i].ID, again[i].ID)
			}
		}
		Fold(ds)
	})
}
