package export

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"math"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/export/exporttest"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

func named(t testing.TB, name string) Format {
	t.Helper()
	f, ok := Named(name)
	if !ok {
		t.Fatalf("no format %s", name)
	}
	return f
}

func written(t testing.TB, f Format, src *source.Source) []byte {
	t.Helper()
	return exporttest.Bytes(t, func(b *bytes.Buffer) error { return f.Write(b, src) })
}

func TestLinesAreTheRecord(t *testing.T) {
	var kinds []string
	for line := range strings.Lines(string(written(t, named(t, "jsonl"), exporttest.Of(t, publishtest.Rich(), store.Filter{})))) {
		var l struct{ Type, ID string }
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		if l.ID == "" || !slices.Contains(record.Kinds, l.Type) {
			t.Errorf("a line of type %q and id %q", l.Type, l.ID)
		}
		if len(kinds) == 0 || kinds[len(kinds)-1] != l.Type {
			kinds = append(kinds, l.Type)
		}
	}
	want := []string{"report", "origin", "story", "entity", "quote", "position", "event", "figure", "difference"}
	if !slices.Equal(kinds, want) {
		t.Errorf("lines come as %v, want %v", kinds, want)
	}
}

// The words of a hostile report come back from the export as they were.
func TestLinesKeepEveryByte(t *testing.T) {
	r := publishtest.Hostile()
	first, _, _ := strings.Cut(string(written(t, named(t, "jsonl"), exporttest.Of(t, r, store.Filter{}))), "\n")
	var back record.Report
	if err := json.Unmarshal([]byte(first), &back); err != nil {
		t.Fatal(err)
	}
	if back.Text != r.Reports[0].Text || *back.Outlet != publishtest.Attack {
		t.Errorf("got %q", back.Text)
	}
}

func TestLinesNameWhatCannotBeWritten(t *testing.T) {
	r := publishtest.Rich()
	inf := math.Inf(1)
	r.Figures[0].High = &inf
	err := named(t, "jsonl").Write(io.Discard, source.Picked(context.Background(), store.NewMemory(), r.Lines()))
	if err == nil || !strings.Contains(err.Error(), string(r.Figures[0].ID)) {
		t.Errorf("got %v, want an error that names %s", err, r.Figures[0].ID)
	}
}

// TestSameBytesEveryTime: a record gives each format's bytes, whatever was
// written before.
func TestSameBytesEveryTime(t *testing.T) {
	for _, f := range Formats {
		one := written(t, f, exporttest.Of(t, publishtest.Rich(), store.Filter{}))
		src := exporttest.Of(t, publishtest.Rich(), store.Filter{})
		if two := written(t, f, src); !bytes.Equal(one, two) || !bytes.Equal(one, written(t, f, src)) {
			t.Errorf("%s is not the same twice", f.Name)
		}
		if len(one) == 0 {
			t.Errorf("%s is empty", f.Name)
		}
	}
}

// TestFiltersHoldForEveryFormat: words that only a report of another story has
// are in no export of this one.
func TestFiltersHoldForEveryFormat(t *testing.T) {
	for _, f := range Formats {
		src := exporttest.Of(t, publishtest.Rich(), store.Filter{Story: "st2"})
		if b := written(t, f, src); bytes.Contains(b, []byte("joint harbour board")) || bytes.Contains(b, []byte("po3")) {
			t.Errorf("%s has what another story says", f.Name)
		}
	}
}

// TestRejectedStandsInLinesAlone, and a difference about it with it.
func TestRejectedStandsInLinesAlone(t *testing.T) {
	const secret = "zzrejectedzz"
	r := publishtest.Rich()
	rejected := record.Rejected
	for i := range r.Events {
		r.Events[i].Label, r.Events[i].Review = secret, &rejected
	}
	for i := range r.Differences {
		if r.Differences[i].About.Type == record.KindEvent {
			r.Differences[i].Versions[0].Value = secret
		}
	}
	for i := range r.Quotes {
		r.Quotes[i].Text, r.Quotes[i].Review = secret, &rejected
	}
	for _, f := range Formats {
		for _, kinds := range [][]string{nil, {record.KindEvent}, {record.KindDifference}} {
			b := written(t, f, exporttest.Of(t, r, store.Filter{Types: kinds}))
			if f.Name == "parquet" || kinds == nil && f.Tabular() {
				continue // packed; the tables below are those of csv
			}
			if has := bytes.Contains(b, []byte(secret)); has != (f.Name == "jsonl") {
				t.Errorf("%s of %v: rejected statements are there: %v", f.Name, kinds, has)
			}
		}
	}
	for _, part := range named(t, "csv").Parts(exporttest.Of(t, r, store.Filter{})) {
		if b := exporttest.Bytes(t, func(b *bytes.Buffer) error { return part.Write(b) }); bytes.Contains(b, []byte(secret)) {
			t.Errorf("%s has rejected statements", part.Name)
		}
	}
}

func TestZipOfTables(t *testing.T) {
	b := written(t, named(t, "csv"), exporttest.Of(t, publishtest.Rich(), store.Filter{Types: []string{"quote", "event"}}))
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if body, err := io.ReadAll(in); err != nil || len(body) == 0 {
			t.Errorf("%s: %d bytes, %v", f.Name, len(body), err)
		}
	}
	if want := []string{"quote.csv", "event.csv", "codebook.csv"}; !slices.Equal(names, want) {
		t.Errorf("the zip has %v, want %v", names, want)
	}
}

type full struct{ left int }

var errFull = errors.New("no space left")

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

// TestErrorsOfTheWriterComeBack, from the first byte and from within.
func TestErrorsOfTheWriterComeBack(t *testing.T) {
	for _, f := range Formats {
		whole := len(written(t, f, exporttest.Of(t, publishtest.Rich(), store.Filter{})))
		for _, room := range []int{0, whole / 2, whole - 1} {
			if err := f.Write(&full{room}, exporttest.Of(t, publishtest.Rich(), store.Filter{})); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d of %d bytes: %v", f.Name, room, whole, err)
			}
		}
	}
}

// torn is a store whose lines end in an error.
type torn struct{ from source.Lister }

var errTorn = errors.New("the store is torn")

func (s torn) Lines(ctx context.Context, f store.Filter) iter.Seq2[record.Line, error] {
	return func(yield func(record.Line, error) bool) {
		for l, err := range s.from.Lines(ctx, f) {
			if !yield(l, err) {
				return
			}
			break
		}
		yield(nil, errTorn)
	}
}

func TestErrorsOfTheStoreComeBack(t *testing.T) {
	m := store.NewMemory()
	if _, err := m.PutRecord(context.Background(), publishtest.Rich()); err != nil {
		t.Fatal(err)
	}
	for _, f := range Formats {
		if f.Name == "codebook" { // it asks for no line
			continue
		}
		if err := f.Write(io.Discard, source.New(context.Background(), torn{m}, store.Filter{})); !errors.Is(err, errTorn) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func TestByName(t *testing.T) {
	for file, want := range map[string]string{"a.csv": "csv", "x/B.JSONL": "jsonl", "plans.ics": "ics", "f.atom": "atom", "e.ftm.json": "ftm", "t.tsv": "gdelt",
		"b.md": "markdown", "b.html": "html", "t.parquet": "parquet", "a.json": "", "a": "", "a.xml": ""} {
		if f, ok := ByName(file); ok != (want != "") || ok && f.Name != want {
			t.Errorf("%s: %q, %v, want %q", file, f.Name, ok, want)
		}
	}
}

func TestWhatHasNoPlaceIsRefused(t *testing.T) {
	for _, test := range []struct {
		format string
		types  []string
		want   string
	}{
		{"ics", []string{"quote"}, "ics has a place for event alone"}, {"ics", []string{"quote", "event"}, ""}, {"ics", nil, ""},
		{"ftm", []string{"figure"}, "ftm has a place for"}, {"ftm", []string{"event"}, ""}, {"markdown", []string{"event"}, "is a brief"}, {"markdown", nil, ""},
		{"csv", []string{"time"}, ""}, {"jsonl", []string{"merged"}, ""}, {"codebook", []string{"quote"}, ""},
	} {
		if got := named(t, test.format).Refuses(test.types); !strings.HasPrefix(got, test.want) && !strings.Contains(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s of %v: %q, want %q", test.format, test.types, got, test.want)
		}
	}
}

// BenchmarkFormats writes a story of 200 reports and 1,000 statements in every form.
func BenchmarkFormats(b *testing.B) {
	src := exporttest.Of(b, publishtest.Large(200), store.Filter{})
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Write(io.Discard, src); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestJSONIsOneObject(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, publish.NewBrief(publishtest.Rich(), nil, publish.Options{})); err != nil {
		t.Fatal(err)
	}
	var back publish.Brief
	if err := json.Unmarshal(b.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if len(back.Stories) != 2 || back.Counts.Reports != 6 {
		t.Errorf("%d stories, %+v", len(back.Stories), back.Counts)
	}
}

// FuzzFormats puts any words into every place of a record that a report fills,
// and wants each format to be written whatever they are.
func FuzzFormats(f *testing.F) {
	for _, s := range []string{"", "=1", "\x00\xff\u202e", "a\tb\r\nc", "2031-05-12", publishtest.Attack, strings.Repeat("ü", 5000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := publishtest.Rich()
		for i := range r.Reports {
			p := &r.Reports[i]
			p.Title, p.Outlet, p.Byline, p.URL, p.Source, p.Text, p.Published.From = &s, &s, &s, &s, s, s, &s
		}
		for i := range r.Entities {
			r.Entities[i].Name = s
		}
		for i := range r.Events {
			e := &r.Events[i]
			e.Label, e.Class, e.Mode, e.Support.FirstSeen, e.Support.LastSeen = s, s, &s, s, s
			e.Time = &record.Time{Value: &s, From: &s, To: &s, Precision: s, Phrase: &s, Approximate: &s}
			for k := range e.Evidence {
				e.Evidence[k].Exact, e.Evidence[k].Sentence = s, s
			}
		}
		for _, format := range Formats {
			if err := format.Write(io.Discard, exporttest.Of(t, r, store.Filter{})); err != nil {
				t.Errorf("%s: %v", format.Name, err)
			}
		}
	})
}
