package eval

import (
	"strings"
	"testing"

	"rapporteur/internal/relate/identity"
)

// The thresholds were set on the even half of the sanctions list; the odd half
// and the names in the news are for measuring.
func TestNamePairs(t *testing.T) {
	pairs := NewsPairs()
	c, wrong := ScoreNames(pairs, identity.AcceptAlone)
	t.Logf("names in the news: P %.3f R %.3f of %d pairs", c.P(), c.R(), len(pairs))
	t.Log(strings.Join(wrong, "\n"))
	if c.P() < 0.98 || c.R() < 0.85 {
		t.Error("names in the news: below the floor")
	}
	haveStories(t)
	odd, err := SanctionPairs(sharedFolder+"/data/names/ofac_sdn.csv", sharedFolder+"/data/names/ofac_alt.csv", true)
	if err != nil {
		t.Fatal(err)
	}
	c, _ = ScoreNames(odd, identity.AcceptAlone)
	t.Logf("sanctions list: P %.3f R %.3f of %d pairs", c.P(), c.R(), len(odd))
	if c.P() < 0.98 || c.R() < 0.83 {
		t.Error("sanctions list: below the floor")
	}
	c, _ = ScoreNames(append(pairs, odd...), identity.AcceptAlone)
	t.Logf("both: P %.3f R %.3f", c.P(), c.R())
}
