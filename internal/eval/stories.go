package eval

import "fmt"

// Clusters scores a grouping against a labelled one by B-cubed precision and
// recall (Bagga and Baldwin 1998): for each report, the part of its group that
// belongs there, and the part of what belongs there that is in its group.
type Clusters struct{ Precision, Recall float64 }

// ScoreClusters compares the group numbers of the same items.
func ScoreClusters(gold, found []int) (s Clusters) {
	for i := range gold {
		both, inGold, inFound := 0, 0, 0
		for j := range gold {
			g, f := gold[i] == gold[j], found[i] == found[j]
			if g {
				inGold++
			}
			if f {
				inFound++
			}
			if g && f {
				both++
			}
		}
		s.Precision += float64(both) / float64(inFound)
		s.Recall += float64(both) / float64(inGold)
	}
	n := float64(max(1, len(gold)))
	s.Precision, s.Recall = s.Precision/n, s.Recall/n
	return s
}

// F1 is the harmonic mean of precision and recall.
func (s Clusters) F1() float64 {
	if s.Precision+s.Recall == 0 {
		return 0
	}
	return 2 * s.Precision * s.Recall / (s.Precision + s.Recall)
}

// String prints the figures.
func (s Clusters) String() string {
	return fmt.Sprintf("stories: B-cubed P %.3f, R %.3f, F1 %.3f", s.Precision, s.Recall, s.F1())
}
