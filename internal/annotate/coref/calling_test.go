package coref

import (
	"testing"

	"rapporteur/internal/annotate/lex"
)

// TestCallings holds callings.txt against the lexicon: what that knows is read by
// the rules for offices.
func TestCallings(t *testing.T) {
	if len(callings) < 100 {
		t.Fatalf("callings.txt has %d words", len(callings))
	}
	for w := range callings {
		if o := lex.Default().LookupOffice(w); o != nil && !o.Plural {
			t.Errorf("%q stands in the lexicon of offices", w)
		}
	}
}
