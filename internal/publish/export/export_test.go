package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
)

func TestLinesAreTheRecord(t *testing.T) {
	r := publishtest.Rich()
	var b bytes.Buffer
	if err := Lines(&b, r); err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for line := range strings.Lines(b.String()) {
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
	var b bytes.Buffer
	if err := Lines(&b, r); err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(b.String(), "\n")
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
	err := Lines(&bytes.Buffer{}, r)
	if err == nil || !strings.Contains(err.Error(), string(r.Figures[0].ID)) {
		t.Errorf("got %v, want an error that names %s", err, r.Figures[0].ID)
	}
}

type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfTheWriterComeBack(t *testing.T) {
	r := publishtest.Rich()
	if err := Lines(full{}, r); !errors.Is(err, errFull) {
		t.Errorf("Lines: %v", err)
	}
	if err := JSON(full{}, publish.NewBrief(r, nil, publish.Options{})); !errors.Is(err, errFull) {
		t.Errorf("JSON: %v", err)
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
