package lex

import (
	"maps"
	"slices"
	"testing"
)

func TestSections(t *testing.T) {
	got := Sections("# lists\n[trades]\nair bank # of firms\nshoes\n\n[offices]\nprime_minister\n")
	if len(got) != 2 {
		t.Fatalf("%d lists, not 2: %v", len(got), got)
	}
	for name, want := range map[string][]string{"trades": {"air", "bank", "shoes"}, "offices": {"prime minister"}} {
		if has := slices.Sorted(maps.Keys(got[name])); !slices.Equal(has, want) {
			t.Errorf("%s holds %q, not %q", name, has, want)
		}
	}
}
