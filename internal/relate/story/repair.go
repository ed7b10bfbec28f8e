package story

import (
	"cmp"
	"math"
	"slices"
)

// repair merges stories that the order of arrival kept apart and moves reports
// that fit another story better than what became of their own.
func (c *clusters) repair() {
	c.merge()
	c.move()
	c.move() // those that followed one that has left
	c.merge()
}

// merge joins each story with the one most like it, where the two are like
// enough, until none are; the earlier story keeps its place.
func (c *clusters) merge() {
	for k := range c.list {
		for c.mergeOne(int32(k)) {
		}
	}
}

func (c *clusters) mergeOne(k int32) bool {
	s := c.list[k]
	if len(s.members) == 0 {
		return false
	}
	best, most := int32(-1), float32(0)
	for _, o := range c.candidates(s.sum) {
		t := c.list[o]
		if o == k || len(t.members) == 0 || len(s.when) == 0 || len(t.when) == 0 {
			continue
		}
		if m := dot(s.sum, t.sum)/(s.norm*t.norm) - apart(s, t); m > most {
			best, most = o, m
		}
	}
	if best < 0 {
		return false
	}
	from, to := max(best, k), min(best, k)
	for _, i := range c.list[from].members {
		c.add(to, i)
	}
	*c.list[from] = cluster{}
	return c.list[k].norm > 0
}

// apart is how like each other two stories must be to be one.
func apart(s, t *cluster) float32 {
	days := max(0, gap(s, t))
	need := mergeAt + rise(days) - joinAt
	if again(s.deeds, t.deeds) {
		need += lookAlike
	}
	return need
}

// gap is the number of days between the nearest reports of two stories, far
// where one has no day.
func gap(a, b *cluster) int {
	if len(a.when) == 0 || len(b.when) == 0 {
		return far
	}
	return nearest(a.when, b.when)
}

// moveMargin is how much better another story must fit for a report to move.
const moveMargin = 0.02

// move gives each report that is no copy another chance, its own story judged
// without it.
func (c *clusters) move() {
	held := make([]bool, len(c.in))
	for i, earlier := range c.copyOf {
		for _, e := range earlier {
			held[i], held[e] = true, true
		}
	}
	for i := range c.in {
		if !held[i] {
			c.moveOne(int32(i))
		}
	}
}

func (c *clusters) moveOne(i int32) {
	own := c.list[c.of[i]]
	if len(own.members) < 2 {
		return
	}
	rest := &cluster{}
	for _, m := range own.members {
		if m != i {
			rest.sum = plus(rest.sum, c.vectors[m])
			rest.when = withDay(rest.when, c.in[m].Day())
			rest.days, rest.deeds = unite(rest.days, c.days[m]), append(rest.deeds, c.deeds[m]...)
		}
	}
	rest.norm = length(rest.sum)
	stay := dot(rest.sum, c.vectors[i])/rest.norm - c.threshold(i, rest) - c.distance(i, rest)
	best, most := int32(-1), max(stay, 0)+moveMargin
	for _, k := range c.candidates(c.vectors[i]) {
		s := c.list[k]
		if k == c.of[i] || len(s.members) == 0 || c.distance(i, s) > c.distance(i, rest)+perDay*near {
			continue // a story that lies farther off is no better home
		}
		if m := dot(s.sum, c.vectors[i])/s.norm - c.threshold(i, s) - c.distance(i, s); m > most && c.linked(i, s) {
			best, most = k, m
		}
	}
	if best < 0 {
		return
	}
	rest.members = slices.DeleteFunc(own.members, func(m int32) bool { return m == i })
	*own = *rest
	c.add(best, i)
}

// stories lays the clusters out by their first report.
func (c *clusters) stories() []Story {
	var out []Story
	for _, s := range c.list {
		if len(s.members) > 0 {
			slices.Sort(s.members)
			out = append(out, Story{Reports: s.members, Center: c.center(s), Previous: -1})
		}
	}
	slices.SortFunc(out, func(a, b Story) int { return cmp.Compare(a.Reports[0], b.Reports[0]) })
	c.number = map[int32]int32{}
	for k := range out {
		c.number[out[k].Reports[0]] = int32(k)
	}
	for k := range out {
		out[k].Previous = c.previous(out, int32(k))
	}
	return out
}

// center is the report of s most like the whole; one with a headline goes first.
func (c *clusters) center(s *cluster) int32 {
	best, most := s.members[0], float32(-1)
	for _, i := range s.members {
		m := dot(s.sum, c.vectors[i]) / max(s.norm, 1e-9)
		if c.in[i].Doc.Title != "" {
			m++
		}
		if m > most {
			best, most = i, m
		}
	}
	return best
}

// length is the length of v.
func length(v []term) float32 {
	sum := 0.0
	for _, t := range v {
		sum += float64(t.weight) * float64(t.weight)
	}
	return float32(math.Sqrt(sum))
}
