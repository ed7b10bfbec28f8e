package relate

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/record"
	"rapporteur/internal/relate/reuse"
	"rapporteur/internal/relate/story"
	"rapporteur/internal/text"
)

// group finds the stories.
func (b *builder) group() {
	var copies [][2]int32
	for _, p := range b.reuse.Pairs {
		if p.Class >= reuse.Derived {
			copies = append(copies, [2]int32{p.A, p.B})
		}
	}
	b.stories = story.Group(b.reports, copies, b.onStories())
	b.story = make([]int32, len(b.reports))
	for k, s := range b.stories {
		b.storyID = append(b.storyID, record.NewID("s", string(b.ids[s.Reports[0]])))
		for _, i := range s.Reports {
			b.story[i] = int32(k)
		}
	}
}

// affairs gives each report the first of the stories that its story continues.
func (b *builder) affairs() []int32 {
	out := make([]int32, len(b.reports))
	for i, k := range b.story {
		for range len(b.stories) { // a story continues an earlier one: no circles
			if b.stories[k].Previous < 0 {
				break
			}
			k = b.stories[k].Previous
		}
		out[i] = k
	}
	return out
}

// tell lays the stories out.
func (b *builder) tell() {
	for k, s := range b.stories {
		out := record.Story{Type: record.KindStory, ID: b.storyID[k], Label: b.label(s.Center), Entities: b.cast(s)}
		var origins []record.ID
		var outlets []string
		for _, i := range s.Reports {
			out.Reports = append(out.Reports, b.ids[i])
			origins = append(origins, *b.originOf(i))
			if o := b.reports[i].Doc.Outlet; o != "" {
				outlets = append(outlets, text.Fold(o))
			}
			if day := b.days[i].String(); day != "" {
				out.From, out.To = widest(out.From, out.To, day)
			}
		}
		out.Support = record.Support{Reports: len(s.Reports), Outlets: len(compact(outlets)), OriginIDs: compact(origins)}
		out.Support.Origins = len(out.Support.OriginIDs)
		if out.From != nil {
			out.Support.FirstSeen, out.Support.LastSeen = *out.From, *out.To
		}
		if s.Previous >= 0 {
			out.Previous = &b.storyID[s.Previous]
		}
		b.rec.Stories = append(b.rec.Stories, out)
	}
}

func widest(from, to *string, day string) (*string, *string) {
	if from == nil || day < *from {
		from = &day
	}
	if to == nil || day > *to {
		to = &day
	}
	return from, to
}

func compact[T cmp.Ordered](s []T) []T {
	slices.Sort(s)
	return slices.Compact(s)
}

// longLabel is the number of bytes from which a label is cut.
const longLabel = 120

// label is the headline of a report, or the beginning of its text.
func (b *builder) label(i int32) string {
	d := b.reports[i].Doc
	if d.Title != "" {
		return d.Title
	}
	line, _, _ := strings.Cut(strings.TrimSpace(d.Text), "\n")
	if len(line) <= longLabel {
		return line
	}
	cut := strings.LastIndexByte(line[:longLabel], ' ')
	if cut < 0 {
		cut = longLabel
	}
	return strings.ToValidUTF8(line[:cut], "") + " …"
}

// castSize bounds the entities that are listed with a story.
const castSize = 12

// cast are the entities that most reports of a story name.
func (b *builder) cast(s story.Story) []record.ID {
	reports, mentions := map[int32]int{}, map[int32]int{}
	var all []int32
	for _, i := range s.Reports {
		seen := map[int32]bool{}
		for j, e := range b.entity.Of[i] {
			if e == 0 {
				continue
			}
			if mentions[e] == 0 {
				all = append(all, e)
			}
			mentions[e] += max(1, len(b.reports[i].Chains[j].Mentions))
			if !seen[e] {
				seen[e] = true
				reports[e]++
			}
		}
	}
	slices.SortFunc(all, func(x, y int32) int {
		return cmp.Or(cmp.Compare(reports[y], reports[x]), cmp.Compare(mentions[y], mentions[x]), cmp.Compare(x, y))
	})
	out := []record.ID{}
	for _, e := range all[:min(len(all), castSize)] {
		out = append(out, b.view.EntityID[e-1])
	}
	return out
}
