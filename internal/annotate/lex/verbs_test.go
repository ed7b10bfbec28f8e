package lex

import "testing"

func TestVerbLemma(t *testing.T) {
	if _, err := readVerbs(); err != nil {
		t.Fatal(err)
	}
	for form, want := range map[string]string{"annexed": "annex", "fought": "fight", "rioting": "riot", "expelled": "expel", "expels": "expel",
		"denies": "deny", "raided": "raid", "cancelled": "cancel", "canceled": "cancel", "telephones": "telephone", "crushes": "crush",
		"scraped": "", "met": "", "": ""} {
		if got := VerbLemma(form); got != want {
			t.Errorf("%q is a form of %q, want %q", form, got, want)
		}
	}
}
