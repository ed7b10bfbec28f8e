package story

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
)

// Thresholds of the cosine between a report and a story. Set on a set of
// labelled articles; stories_test pins what they give.
const (
	joinAt      = 0.15  // within near days of the story
	farAt       = 0.18  // from far days on; between them the threshold rises evenly
	mergeAt     = 0.26  // for two stories
	lookAlike   = 0.45  // more is asked of a later report whose news is of the same kind on another day
	perDay      = 0.008 // by which a story nearer in time is preferred to one as like
	near        = 3     // days
	far         = 21    // days
	undatedAt   = 0.33  // for a report without a date: what it tells may be of any time,
	linkAt      = 0.50  // so that one of its sentences must be as like one of the story's
	linkTo      = 8     // reports of the story, the likest, that are asked for such a sentence
	indexTerms  = 24    // heaviest terms of a report that are looked up
	postings    = 48    // latest stories of one term that are looked at
	contenders  = 24    // stories that are compared exactly
	maxDeeds    = 64    // of a story
	centroidMax = 240   // terms of a story
)

// cluster is a story in the making.
type cluster struct {
	members []int32
	sum     []term     // of the members' vectors, sorted by word
	norm    float32    // length of sum
	when    []news.Day // of its reports, sorted
	days    []news.Day // that the members' leads speak of, sorted
	deeds   []deed     // that the members' leads tell
}

type clusters struct {
	in      []*news.Analysis
	vectors [][]term
	days    [][]news.Day // that each report's lead speaks of
	deeds   [][]deed     // that each report's lead tells
	copyOf  [][]int32    // earlier reports that a report is a copy of or shares its text with
	list    []*cluster
	of      []int32 // story of each report, -1 before it has one
	index   map[uint32][]int32
	holds   map[uint32]float32 // number of reports that hold a word
	score   map[int32]float32
	number  map[int32]int32 // of the finished story, by its first report
}

func newClusters(in []*news.Analysis, copies [][2]int32) *clusters {
	c := &clusters{in: in, copyOf: make([][]int32, len(in)), of: make([]int32, len(in)), index: map[uint32][]int32{}, score: map[int32]float32{}}
	c.vectors, c.holds = vectors(in)
	for i, a := range in {
		c.days, c.deeds = append(c.days, leadDays(a)), append(c.deeds, leadDeeds(a))
		c.of[i] = -1
	}
	for _, p := range copies {
		a, b := min(p[0], p[1]), max(p[0], p[1])
		c.copyOf[b] = append(c.copyOf[b], a)
	}
	return c
}

// place puts report i into the story that it fits best, or begins one.
func (c *clusters) place(i int32) {
	if len(c.copyOf[i]) > 0 {
		c.add(c.of[c.copyOf[i][0]], i)
		return
	}
	best, most := int32(-1), float32(-far)
	for _, k := range c.candidates(c.vectors[i]) {
		s := c.list[k]
		m := dot(s.sum, c.vectors[i])/s.norm - c.threshold(i, s)
		if rank := m - c.distance(i, s); m >= 0 && rank > most && c.linked(i, s) {
			best, most = k, rank
		}
	}
	if best < 0 {
		best = int32(len(c.list))
		c.list = append(c.list, &cluster{})
	}
	c.add(best, i)
}

// candidates are the stories that share the report's heaviest terms, the best
// first as far as those terms tell.
func (c *clusters) candidates(v []term) []int32 {
	heavy := slices.Clone(v)
	slices.SortFunc(heavy, byWeight)
	clear(c.score)
	var found []int32
	for _, t := range heavy[:min(len(heavy), indexTerms)] {
		list := c.index[t.word]
		for _, k := range list[max(0, len(list)-postings):] {
			if _, seen := c.score[k]; !seen {
				found = append(found, k)
			}
			c.score[k] += t.weight
		}
	}
	slices.SortFunc(found, func(a, b int32) int { return cmp.Or(cmp.Compare(c.score[b], c.score[a]), cmp.Compare(a, b)) })
	return found[:min(len(found), contenders)]
}

// threshold is how like the story s report i must be: more with the days
// between, unless its lead speaks of the story's days; and more again when its
// news is an event of the same kind on another day: another meeting, another
// crash.
func (c *clusters) threshold(i int32, s *cluster) float32 {
	if c.in[i].Day().IsZero() {
		return undatedAt
	}
	gap := daysApart(c.in[i].Day(), s)
	switch {
	case again(c.deeds[i], s.deeds):
		return rise(gap) + lookAlike
	case gap > near && meet(c.days[i], s.days):
		return joinAt
	}
	return rise(gap)
}

// distance is what the days to the middle of a story cost report i when it
// chooses one: a straggler makes no story near.
func (c *clusters) distance(i int32, s *cluster) float32 {
	if c.in[i].Day().IsZero() || len(s.when) == 0 {
		return 0
	}
	n := c.in[i].Day().Sub(s.when[len(s.when)/2])
	return perDay * float32(min(max(n, -n), far))
}

// rise is the threshold after a number of days.
func rise(days int) float32 {
	if days <= near {
		return joinAt
	}
	return joinAt + (farAt-joinAt)*float32(min(days, far)-near)/(far-near)
}

// daysApart is how far a day lies from the nearest report of a story.
func daysApart(d news.Day, s *cluster) int {
	if len(s.when) == 0 {
		return far
	}
	return nearest(s.when, []news.Day{d})
}

// add makes report i a member of story k.
func (c *clusters) add(k, i int32) {
	s := c.list[k]
	s.members = append(s.members, i)
	s.sum = plus(s.sum, c.vectors[i])
	s.norm = length(s.sum)
	s.when = withDay(s.when, c.in[i].Day())
	s.days, s.deeds = unite(s.days, c.days[i]), append(s.deeds, c.deeds[i]...)[:min(maxDeeds, len(s.deeds)+len(c.deeds[i]))]
	c.of[i] = k
	heavy := slices.Clone(c.vectors[i])
	slices.SortFunc(heavy, byWeight)
	for _, t := range heavy[:min(len(heavy), indexTerms)] {
		if list := c.index[t.word]; len(list) == 0 || list[len(list)-1] != k {
			c.index[t.word] = append(list, k)
		}
	}
}

// withDay adds a day to a sorted list of days; no day changes nothing.
func withDay(list []news.Day, d news.Day) []news.Day {
	if d.IsZero() {
		return list
	}
	at, _ := slices.BinarySearchFunc(list, d, order)
	return slices.Insert(list, at, d)
}

// plus adds two vectors and keeps the heaviest terms.
func plus(a, b []term) []term {
	out := make([]term, 0, len(a)+len(b))
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || i < len(a) && a[i].word < b[j].word:
			out = append(out, a[i])
			i++
		case i == len(a) || a[i].word > b[j].word:
			out = append(out, b[j])
			j++
		default:
			out = append(out, term{a[i].word, a[i].weight + b[j].weight})
			i, j = i+1, j+1
		}
	}
	if len(out) > centroidMax {
		slices.SortFunc(out, byWeight)
		out = out[:centroidMax]
		slices.SortFunc(out, func(x, y term) int { return cmp.Compare(x.word, y.word) })
	}
	return out
}
