package name

// people gives the names that begin with a rank to people, and takes the rank
// out of them: "Lt. Gen. Marek Tolt" is nobody's organization.
func (w *Window) people() {
	for _, s := range w.a.Sentences {
		for i := int(s.First - 1); i < int(s.Last); i++ {
			if w.Labels[i] == Outside {
				continue
			}
			end := i + 1
			for end < int(s.Last) && w.Labels[end-1].open() {
				end++
			}
			w.unrank(i, end)
			i = end - 1
		}
	}
}

// unrank takes the ranks at the front of the name of tokens i up to end out of
// it; what is left, if anything, is the name of a person.
func (w *Window) unrank(i, end int) {
	first := i
	for first < end && w.facts[first].rank {
		first++
	}
	if first == i || first == end {
		return
	}
	for k := i; k < end; k++ {
		w.Labels[k] = LabelOf(PER, Inside)
		if k < first {
			w.Labels[k] = Outside
		}
	}
	w.Labels[first], w.Labels[end-1] = LabelOf(PER, Begin), LabelOf(PER, Last)
	if first == end-1 {
		w.Labels[first] = LabelOf(PER, Whole)
	}
}
