package term

import (
	"strings"
	"testing"
)

func TestCard(t *testing.T) {
	c := Card{Head: "1 of 2  quote q7", Says: "Oru Tamm: the \x1b[2Jline", More: "and 2 further passages",
		Passages: []Passage{{Where: "The Quay, 2031-05-12", Before: "He said “", Words: "the line will run daily, from the quay to the town and back, in all weathers", After: "”, and left."}}}
	var plainly, colour strings.Builder
	if err := c.Print(&plainly, Style{Width: 80}); err != nil {
		t.Fatal(err)
	}
	if err := c.Print(&colour, Style{Width: 80, Color: true}); err != nil {
		t.Fatal(err)
	}
	want := "    He said “[the line will run daily, from the quay to the town and back, in\n    all weathers]”, and left.\n"
	if !strings.Contains(plainly.String(), want) || strings.Contains(plainly.String(), "\x1b") {
		t.Errorf("%s", plainly.String())
	}
	if !strings.Contains(colour.String(), "He said “\x1b[7mthe line") || !strings.Contains(colour.String(), "weathers\x1b[0m”, and left.") {
		t.Errorf("%q", colour.String())
	}
	for line := range strings.Lines(plainly.String() + colour.String()) {
		if n := columns(strings.TrimSuffix(line, "\n")); n > 80 {
			t.Errorf("%d columns: %q", n, line)
		}
	}
}
