package matter

// Largest is the number of reports that are put side by side at most, where
// their likeness lets them be told apart at all.
const Largest = 128

// forest keeps disjoint sets of reports, each also as a ring, so that it can be
// walked.
type forest struct {
	parent []int32
	count  []int32 // of a root: reports in its set
	next   []int32 // the ring
	most   int32   // reports of a set that is not too large
}

// grow adds one report, alone.
func (f *forest) grow() {
	n := int32(len(f.parent))
	f.parent, f.count, f.next = append(f.parent, n), append(f.count, 1), append(f.next, n)
}

func (f *forest) find(n int32) int32 {
	for f.parent[n] != n {
		f.parent[n] = f.parent[f.parent[n]]
		n = f.parent[n]
	}
	return n
}

func (f *forest) size(n int32) int32 { return f.count[f.find(n)] }

func (f *forest) each(n int32, yield func(int32)) {
	yield(n)
	for o := f.next[n]; o != n; o = f.next[o] {
		yield(o)
	}
}

// join makes the sets of a and b one. Where that makes it too large, the
// reports of either that was not are parted, and added to parted.
func (f *forest) join(a, b int32, parted []int32) []int32 {
	a, b = f.find(a), f.find(b)
	if a == b {
		return parted
	}
	if f.count[a]+f.count[b] > f.most {
		for _, n := range [2]int32{a, b} {
			if f.count[n] <= f.most {
				f.each(n, func(o int32) { parted = append(parted, o) })
			}
		}
	}
	if f.count[a] < f.count[b] {
		a, b = b, a
	}
	f.parent[b] = a
	f.count[a] += f.count[b]
	f.next[a], f.next[b] = f.next[b], f.next[a]
	return parted
}
