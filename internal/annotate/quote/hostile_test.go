package quote_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur/internal/annotate/annotatetest"
)

// TestHostileTexts annotates texts of one thing over and over without a
// sentence's end. In linear time each takes a fraction of a second; anything
// that grows with the square of the text takes minutes.
func TestHostileTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for _, part := range []string{"He said Brenn said ", "“a b c d e f ", "x: “a b c d e.” ", "Ada Brenn the minister of the ", "said “no” and ",
		"the president ", "his her it they ", "‘“", "Mr. ", "(AFP) ", "President Minister Ada ", "A B C D ", "Trump, who said, "} {
		start := time.Now()
		annotatetest.Annotator().Annotate(document(strings.Repeat(part, 100_000/len(part))))
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%q over and over takes %v", part, took)
		}
	}
}
