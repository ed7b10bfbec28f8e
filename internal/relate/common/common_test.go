package common

import "testing"

func TestTable(t *testing.T) {
	words := map[string]bool{}
	m := By(func(w string) uint32 { words[w] = true; return uint32(len(words)) })
	if len(m) < 2000 || !words["people"] {
		t.Errorf("%d words in the table", len(m))
	}
	one := By(func(string) uint32 { return 1 })
	if one[1] != 995 {
		t.Errorf("of all words under one key the most frequent stands in %v documents, want 995", one[1])
	}
	if Rarity(0) < 6 || Rarity(995) > 0.1 || Rarity(100) >= Rarity(10) {
		t.Errorf("rarities %v %v %v", Rarity(0), Rarity(10), Rarity(995))
	}
}
