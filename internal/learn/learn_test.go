package learn

import (
	"bytes"
	"testing"
)

// taught is a Trainer that has learned that feature 1 means class 0, feature 2
// class 1, and feature 3 nothing.
func taught(classes int) *Trainer {
	t := NewTrainer(classes, 0)
	scores := make([]float32, classes)
	for range 20 {
		for class, keys := range [][]uint32{{1, 3}, {2, 3}} {
			t.Step()
			t.Scores(keys, scores)
			if scores[class] <= scores[1-class] {
				t.Update(keys, class, 1)
				t.Update(keys, 1-class, -1)
			}
		}
	}
	return t
}

func TestLinearLearnsAndSurvivesItsFile(t *testing.T) {
	m := taught(5).Averaged(0)
	again, err := ReadLinear(m.Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Append(nil), m.Append(nil)) {
		t.Error("written twice, the bytes differ")
	}
	for _, m := range []*Linear{m, again} {
		var scores Scores
		for class, key := range []uint32{1, 2} {
			m.Scores([]uint32{key, 77}, &scores)
			if m.Best(&scores) != class {
				t.Errorf("feature %d: scores %v, want class %d", key, scores[:5], class)
			}
		}
		if m.Row(77) != nil {
			t.Error("a row for a feature never met")
		}
	}
}

func TestNarrowAgreesWithLinear(t *testing.T) {
	tr := taught(NarrowClasses)
	wide, narrow := tr.Averaged(0), tr.AveragedNarrow(0)
	again, err := ReadNarrow(narrow.Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	var scores Scores
	for key := range uint32(5) {
		keys := []uint32{key, 2}
		wide.Scores(keys, &scores)
		if got := again.Scores(keys); got != [NarrowClasses]int32(scores[:]) {
			t.Errorf("features %v: narrow %v, wide %v", keys, got, scores[:NarrowClasses])
		}
	}
}

func TestRareFeaturesStayOut(t *testing.T) {
	tr := NewTrainer(2, 2)
	for range 2 {
		tr.Update([]uint32{9}, 0, 1)
	}
	if n := tr.Averaged(0).Rows(); n != 0 {
		t.Errorf("%d rows after two mistakes, want none", n)
	}
	tr.Step()
	tr.Update([]uint32{9}, 0, 1)
	tr.Step()
	if n := tr.Averaged(0).Rows(); n != 1 {
		t.Errorf("%d rows after three mistakes, want 1", n)
	}
}

func TestPack(t *testing.T) {
	in := []Section{{"a", []byte("one\ntwo\n")}, {"b", nil}}
	packed, err := Pack(in)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := f.Lines("a")
	if err != nil || len(lines) != 2 || lines[1] != "two" {
		t.Errorf("lines %q, %v", lines, err)
	}
	if lines, err := f.Lines("b"); err != nil || lines != nil {
		t.Errorf("an empty section gives %q, %v", lines, err)
	}
	if _, err := f.Data("c"); err == nil {
		t.Error("a section that is not there is read")
	}
	packed[len(magic)+3] ^= 1
	if _, err := Unpack(packed); err == nil {
		t.Error("a wrong digest is not noticed")
	}
}

func FuzzRead(f *testing.F) {
	tr := taught(3)
	f.Add(tr.Averaged(0).Append(nil))
	f.Add(tr.AveragedNarrow(0).Append(nil))
	packed, err := Pack([]Section{{"a", []byte("x")}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(packed)
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := ReadLinear(b); err == nil {
			m.Scores([]uint32{1, 2, 3}, new(Scores))
		}
		if m, err := ReadNarrow(b); err == nil {
			m.Scores([]uint32{1, 2, 3})
		}
		if file, err := Unpack(b); err == nil {
			for _, s := range file.sections {
				if _, err := file.Data(s.Name); err != nil {
					t.Error(err)
				}
			}
		}
	})
}

func BenchmarkNarrowScores(b *testing.B) {
	tr := NewTrainer(NarrowClasses, 0)
	var keys []uint32
	for i := range uint32(1 << 16) {
		k := Key1(1, uint64(i))
		tr.Update([]uint32{k}, int(i%3), 1)
		if i%1024 == 0 {
			keys = append(keys, k)
		}
	}
	m := tr.AveragedNarrow(0)
	b.ReportAllocs()
	for b.Loop() {
		m.Scores(keys)
	}
}

// TestScoresAreSums: however many features there are, known or not, scores are
// the sums of their rows.
func TestScoresAreSums(t *testing.T) {
	tr := NewTrainer(5, 0)
	for i := range uint64(3000) {
		tr.Update([]uint32{Key1(1, i), Key1(2, i*i)}, int(i%5), 1)
		tr.Update([]uint32{Key1(1, i)}, int((i+1)%5), -1)
	}
	m := tr.Averaged(0)
	for _, n := range []int{0, 1, 31, 32, 33, 64, 150} {
		var features []uint32
		for i := range uint64(n) {
			features = append(features, Key1(1, i*23), Key1(3, i))
		}
		var got, want Scores
		m.Scores(features, &got)
		for _, f := range features {
			for row := m.Row(f); len(row) > 0; row = row[2:] {
				want[row[0]] += int32(int8(row[1]))
			}
		}
		if got != want {
			t.Errorf("%d features: %v, want %v", len(features), got[:5], want[:5])
		}
	}
}
