package identity

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/lists"
	"rapporteur/internal/relate/rulings"
	"rapporteur/internal/text"
)

// node is all chains with one name: the unit that is merged.
type node struct {
	key      string // see resolver.key
	plain    string // key without what reviewers ruled
	canon    string
	display  string // the name as first seen
	name     name   // of a person
	body     string // comparison key of what is no person
	person   bool
	short    bool // a single word of a person's name
	members  []Member
	mentions int
	asPerson int      // of the mentions, by chains that are taken for a person
	stories  []int32  // sorted
	offices  []string // "title\x00of" held at the time, sorted
	titles   []string // of offices held at the time, whosever, sorted
	bodiesOf []string // whom those offices belong to, sorted
	gender   news.Gender
}

// join is one merge of two names.
type join struct {
	node int32
	record.Merge
	first [2]Member
}

type resolver struct {
	in       []*news.Analysis
	story    []int32
	previous []int32
	nodes    []node
	byKey    map[string]int32
	parent   []int32
	within   map[int32][]int32 // nodes of a set of several, by root
	joins    []join
	ruled    []Ruling // by reviewers, in order of time
	rulings  *rulings.Set
}

func newResolver(in []*news.Analysis, story, previous []int32) *resolver {
	return &resolver{in: in, story: story, previous: previous, byKey: map[string]int32{}, within: map[int32][]int32{}}
}

// collect makes the nodes.
func (r *resolver) collect() {
	for i, a := range r.in {
		for j := range a.Chains {
			if c := &a.Chains[j]; c.Named && c.Name != "" {
				r.add(Member{int32(i), news.ChainID(j + 1)}, c)
			}
		}
	}
	r.parent = make([]int32, len(r.nodes))
	for n := range r.nodes {
		r.parent[n] = int32(n)
		v := &r.nodes[n]
		if v.canon == "" && !v.short {
			v.name, v.body = parse(v.display), body(v.display)
			v.person = v.asPerson*2 >= v.mentions && len(v.name.parts) > 1
		}
		v.stories, v.offices, v.titles, v.bodiesOf = set(v.stories), set(v.offices), set(v.titles), set(v.bodiesOf)
	}
	r.rule()
}

func set[T interface{ ~int32 | ~string }](s []T) []T {
	slices.Sort(s)
	return slices.Compact(s)
}

// add puts a chain into the node of its name.
func (r *resolver) add(m Member, c *news.Chain) {
	key, n := r.key(m, c)
	canon := c.Canon
	n.plain = key
	if k := r.aside(m, c, key); k != "" {
		key, canon = apart(k, key, n.short), "" // the lexicon's entity is the one it leaves
	}
	at, ok := r.byKey[key]
	if !ok {
		at = int32(len(r.nodes))
		r.byKey[key] = at
		n.key, n.canon, n.display = key, canon, c.Name
		r.nodes = append(r.nodes, n)
	}
	v := &r.nodes[at]
	v.members = append(v.members, m)
	v.mentions += max(1, len(c.Mentions))
	v.stories = append(v.stories, r.story[m.Report])
	if c.Kind == news.Person {
		v.asPerson += max(1, len(c.Mentions))
	}
	if v.gender == news.UnknownGender {
		v.gender = c.Gender
	}
	for _, o := range c.Offices {
		if o.Tense == "" {
			v.titles = append(v.titles, text.Fold(o.Title))
		}
		if o.Tense == "" && o.Of != "" {
			v.offices = append(v.offices, text.Fold(o.Title)+"\x00"+o.Of)
			v.bodiesOf = append(v.bodiesOf, o.Of)
		}
	}
}

// key is what makes two chains one name: the lexicon key; the words of a name
// of several, whatever kind each report takes it for; one word within its kind
// and, for a part of a person's name, within its story.
func (r *resolver) key(m Member, c *news.Chain) (string, node) {
	if c.Canon != "" {
		return canonKey + c.Canon, node{body: body(c.Canon)}
	}
	if c.Kind == news.Person {
		n := node{person: true, name: parse(c.Name)}
		if len(n.name.parts) > 1 {
			return fullKey + words(c.Name), n
		}
		if len(n.name.parts) == 0 {
			return bodyKey + text.Fold(c.Name), node{body: body(c.Name)}
		}
		n.short = true
		return shortKey + strconv.Itoa(int(r.story[m.Report])) + "\x00" + n.name.joined, n
	}
	b := body(c.Name)
	if strings.Contains(b, " ") {
		return fullKey + words(c.Name), node{body: b}
	}
	class := bodyKey
	if c.Kind == news.Place || c.Kind == news.State {
		class = placeKey
	}
	return class + b, node{body: b}
}

// words are the bare words of a name but for titles in front.
func words(s string) string {
	b := body(s)
	for {
		first, rest, ok := strings.Cut(b, " ")
		if !ok || !titles[first] || !strings.Contains(rest, " ") {
			return b
		}
		b = rest
	}
}

func (r *resolver) find(n int32) int32 {
	for r.parent[n] != n {
		r.parent[n] = r.parent[r.parent[n]]
		n = r.parent[n]
	}
	return n
}

// set of nodes that n belongs to.
func (r *resolver) set(n int32) []int32 {
	if s := r.within[r.find(n)]; s != nil {
		return s
	}
	return []int32{n}
}

// largestSet bounds the names that one entity gathers.
const largestSet = 64

// merge makes the names a and b one entity unless something known of either,
// or of a name already merged with it, speaks against it.
func (r *resolver) merge(a, b int32, m Match) bool {
	if r.find(a) == r.find(b) {
		return true
	}
	x, y := r.set(a), r.set(b)
	if len(x)+len(y) > largestSet || r.rulings.Apart(x, y) {
		return false
	}
	for _, i := range x {
		for _, j := range y {
			if r.clash(&r.nodes[i], &r.nodes[j], m.Score) {
				return false
			}
		}
	}
	r.join(a, b, m)
	return true
}

func round(x float64) float64 { return float64(int(x*1000+0.5)) / 1000 }

// byOffice is the score of two spellings that an office ties: their first names
// were compared.
const byOffice = 0.975

// certain is the score from which offices and gender are not asked.
const certain = 0.97

// clash reports whether two names cannot be one: two lexicon keys, first names
// that do not go together, or, where the spelling is not certain, two genders
// or two offices at the same time.
func (r *resolver) clash(a, b *node, score float64) bool {
	if a.canon != "" && b.canon != "" && a.canon != b.canon {
		return true
	}
	if a.person != b.person {
		return true
	}
	if !a.person {
		return false
	}
	if score != byOffice && !a.short && !b.short && alikeParts(a.name.parts[0], b.name.parts[0]).Score == 0 && a.name.joined != b.name.joined {
		return true
	}
	if score >= certain {
		return false
	}
	if a.gender != b.gender && a.gender != news.UnknownGender && b.gender != news.UnknownGender {
		return true
	}
	return len(a.bodiesOf) > 0 && len(b.bodiesOf) > 0 && !lists.Meet(a.bodiesOf, b.bodiesOf)
}

// supported reports whether more than the spelling speaks for two names being
// one: a story or an office in common.
func supported(a, b *node) bool {
	return lists.Meet(a.stories, b.stories) || lists.Meet(a.offices, b.offices)
}
