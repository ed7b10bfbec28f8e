package reconcile

import "testing"

func TestWordSets(t *testing.T) {
	asked := []string{"handled", "bound", "vague", "end", "share", "badly", "slightly", "lasting", "nobody", "determiner", "moved", "towards", "journey", "known", "placing", "zone", "site", "asking", "scale", "retinue", "nonelimit", "occasion", "passive", "arrestee",
		"town", "plan", "rejection", "auxiliary", "sincebehind", "sincebefore", "deed", "light", "once"}
	for _, name := range asked {
		if len(wordSets[name]) == 0 {
			t.Errorf("words.txt has no set %q", name)
		}
	}
	for name, set := range wordSets {
		for w := range set {
			if w != fold(w) {
				t.Errorf("words.txt, %s: %q is not in lower case", name, w)
			}
		}
	}
	if n := len(wordSets) - len(numberWords) - len(asked); n != 0 {
		t.Errorf("words.txt has %d sets that nothing asks for", n)
	}
	for w, digits := range map[string]string{"one": "1", "nineteen": "19", "hundred": "100", "many": ""} {
		if numberWords[w] != digits {
			t.Errorf("%s is %q, want %q", w, numberWords[w], digits)
		}
	}
}
