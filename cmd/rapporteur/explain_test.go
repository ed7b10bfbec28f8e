package main

import (
	"strings"
	"testing"

	"rapporteur/internal/record"
)

func TestEvidenceIsMarkedWhereItStands(t *testing.T) {
	const text = "They met. They will meet to meet again. They met."
	for _, test := range []struct {
		e    record.Evidence
		want string
	}{
		{record.Evidence{Start: 20, End: 24, Exact: "meet", Sentence: "They will meet to meet again."}, "They will [meet] to meet again."},
		{record.Evidence{Start: 28, End: 32, Exact: "meet", Sentence: "They will meet to meet again."}, "They will meet to [meet] again."},
		{record.Evidence{Start: 45, End: 48, Exact: "met", Sentence: "They met."}, "They [met]."},
		{record.Evidence{Start: 5, End: 8, Exact: "met", Sentence: "They met."}, "They [met]."},
		{record.Evidence{Start: 400, End: 403, Exact: "met", Sentence: "Not in it."}, "[met]"},
		{record.Evidence{Exact: "met"}, "[met]"},
	} {
		var b strings.Builder
		if err := quoteEvidence(&b, text, test.e); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(b.String(), "\n  "+test.want+"\n") {
			t.Errorf("got %q, want %q", b.String(), test.want)
		}
	}
}
