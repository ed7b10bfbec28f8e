package relate

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// sampleRoster has every field of a bearer filled in somewhere.
func sampleRoster() *roster {
	id := record.ID("e1")
	ev := record.Evidence{Report: "r1", Start: 3, End: 9, Exact: "Vask", Sentence: "Minister Vask left."}
	return &roster{People: []bearer{
		{Keys: []string{"k:anna vask", "k:vask"}, Name: "Anna Vask", Kinds: []count{{string(news.Person), 3}}, Full: []count{{"Anna Vask", 2}},
			Names: []count{{"Anna Vask", 2}, {"Vask", 1}}, Mentions: 3, Reports: []record.ID{"r1", "r2"},
			Offices: []office{{record.Office{Title: "minister", Of: &record.Party{Text: "Norland", Entity: &id, Of: &record.Party{Anonymous: true}}, Tense: "former", Evidence: []record.Evidence{ev, ev}}, 2}},
			Merges:  []record.Merge{{Rule: "surname", Score: 0.75, Names: [2]string{"Vask", "Anna Vask"}, Mentions: []record.Passage{{Report: "r1", Start: 3, End: 7, Exact: "Vask"}}}}},
		{Own: "e2", Name: "Norland", Kinds: []count{{string(news.Place), 1}}, Reports: []record.ID{"r2"}},
	}}
}

func TestFolioKeepsARoster(t *testing.T) {
	for _, r := range []*roster{sampleRoster(), {}} {
		f := r.pack()
		if !f.sound() || f.len() != len(r.People) {
			t.Fatalf("%d bearers of %d, sound %v", f.len(), len(r.People), f.sound())
		}
		for i := range r.People {
			want := r.People[i]
			got, whole := f.bearer(i)
			keys, own, person := f.keys(i)
			if !whole || !reflect.DeepEqual(got, want) || !reflect.DeepEqual(keys, want.Keys) || own != want.Own || f.called(i) != want.Name {
				t.Errorf("%+v is kept as %+v", want, got)
			}
			if person != (want.kind() == news.Person) {
				t.Errorf("%s: person %v", want.Name, person)
			}
		}
	}
	if folio("").sound() {
		t.Error("nothing at all is a roster")
	}
}

// FuzzFolio: damaged bytes are found out, and never read beyond their end.
func FuzzFolio(f *testing.F) {
	f.Add([]byte(sampleRoster().pack()))
	r := rand.New(rand.NewPCG(3, 1))
	for range 50 {
		b := []byte(sampleRoster().pack())
		b[r.IntN(len(b))] ^= byte(1 + r.IntN(255))
		f.Add(b[:len(b)-r.IntN(2)*r.IntN(len(b))])
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		x := folio(b)
		sound := x.sound()
		for i := range x.len() {
			x.keys(i)
			x.called(i)
			if _, whole := x.bearer(i); sound && !whole {
				t.Error("a sound roster has a bearer that is not whole")
			}
		}
	})
}
