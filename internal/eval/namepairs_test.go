package eval

import "testing"

func TestSanctionNames(t *testing.T) {
	haveStories(t)
	for _, odd := range []bool{false, true} {
		pairs, err := SanctionPairs(sharedFolder+"/data/names/ofac_sdn.csv", sharedFolder+"/data/names/ofac_alt.csv", odd)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range []float64{0.95, 0.9, 0.85, 0.78, 0.7} {
			c, wrong := ScoreNames(pairs, at)
			t.Logf("odd %v at %.2f: P %.3f R %.3f of %d pairs, %d the same", odd, at, c.P(), c.R(), len(pairs), c.Gold)
			if at == 0.7 && !odd {
				for i := 0; i < len(wrong); i += max(1, len(wrong)/150) {
					t.Log(wrong[i])
				}
			}
		}
	}
}
