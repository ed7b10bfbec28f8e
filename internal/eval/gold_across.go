package eval

import (
	"slices"

	"rapporteur/internal/record"
)

// across holds the judgements over several reports against the record: one
// utterance, one story, one event or not, and where the reports differ.
func (s *goldScorer) across() {
	for i := range s.g.Across {
		g := &s.g.Across[i]
		switch {
		case len(g.Quotes) > 0:
			ids, all := s.quoteIDs(g.Quotes)
			s.tick("across", all && (len(ids) == 1) == g.same(), "%s: %q", g.What, g.Quotes)
		case len(g.Story) > 0:
			ids, all := s.storyIDs(g.Story)
			s.tick("across", all && (len(ids) == 1) == g.same(), "%s: %q", g.What, g.Story)
		case len(g.Events) > 0:
			ids, all := s.eventIDs(g.Events)
			s.tick("across", all && (len(ids) == 1) == g.same(), "%s", g.What)
		}
		if g.Difference != "" && (g.Event != "" || len(g.Quotes) > 0 || len(g.Reports) > 0) {
			reports := differing(g)
			s.tick("differences", s.differ(g.Difference, reports), "%s: %s in %q", g.What, g.Difference, reports)
		}
	}
}

// quoteIDs are the quotes with those words; all is false where one is missing.
func (s *goldScorer) quoteIDs(words [][2]string) (ids map[record.ID]bool, all bool) {
	ids, all = map[record.ID]bool{}, true
	for _, w := range words {
		q := s.findQuote(&GoldQuote{Report: w[0], Has: w[1], Form: "direct"})
		if all = all && q != nil; q != nil {
			ids[q.ID] = true
		}
	}
	return ids, all
}

func (s *goldScorer) storyIDs(reports []string) (ids map[record.ID]bool, all bool) {
	ids, all = map[record.ID]bool{}, true
	for _, key := range reports {
		r := s.x.report(key)
		if all = all && r != nil && r.Story != nil; all {
			ids[*r.Story] = true
		}
	}
	return ids, all
}

func (s *goldScorer) eventIDs(events []string) (ids map[record.ID]bool, all bool) {
	ids, all = map[record.ID]bool{}, true
	for _, id := range events {
		e := s.events[id]
		if all = all && e != nil; e != nil {
			ids[e.ID] = true
		}
	}
	return ids, all
}

// differing are the reports that are said to differ.
func differing(g *GoldAcross) (keys []string) {
	versions := g.Versions
	if len(versions) == 0 {
		versions = g.Only
	}
	for key := range versions {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	if len(keys) == 0 {
		keys = g.Reports
	}
	if len(keys) == 0 {
		for _, q := range g.Quotes {
			keys = append(keys, q[0])
		}
	}
	return keys
}

// differ reports whether the record has a difference in one of the fields
// that two of the reports, or the only one, have a part in.
func (s *goldScorer) differ(fields string, keys []string) bool {
	rids := map[record.ID]bool{}
	for _, key := range keys {
		rids[s.x.rid(key)] = true
	}
	for i := range s.x.Differences {
		d := &s.x.Differences[i]
		if oneOf(fields, d.Field) && takePart(d, rids) >= min(2, len(rids)) {
			return true
		}
	}
	return false
}

func takePart(d *record.Difference, rids map[record.ID]bool) int {
	seen := map[record.ID]bool{}
	for _, v := range d.Versions {
		for _, r := range v.Reports {
			if r != "" && rids[r] {
				seen[r] = true
			}
		}
	}
	return len(seen)
}
