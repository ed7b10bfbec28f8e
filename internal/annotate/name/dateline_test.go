package name

import (
	"testing"

	"rapporteur/internal/annotate/lex"
)

// TestDatelinesNamePlaces has a town and its country in one name of a person.
func TestDatelinesNamePlaces(t *testing.T) {
	a, forms := annotated("VELSK, Odrania (TNA) — Ada Brenn left.")
	w := NewWindow(lex.Default(), noWords(), a, forms)
	w.Labels[0], w.Labels[1], w.Labels[2] = LabelOf(PER, Begin), LabelOf(PER, Inside), LabelOf(PER, Last)
	w.Labels[7], w.Labels[8] = LabelOf(PER, Begin), LabelOf(PER, Last)
	w.datelines()
	for i, want := range []Label{LabelOf(LOC, Whole), Outside, LabelOf(LOC, Whole), Outside, Outside, Outside, Outside, LabelOf(PER, Begin), LabelOf(PER, Last)} {
		if w.Labels[i] != want {
			t.Errorf("token %d has label %d, want %d", i, w.Labels[i], want)
		}
	}
}
