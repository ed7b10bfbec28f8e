package publish

import (
	"slices"
	"strings"

	"rapporteur/internal/record"
)

// fieldList is what is otherwise of one line.
type fieldList []FieldChange

func (f *fieldList) words(field, before, now string) {
	if before != now {
		*f = append(*f, FieldChange{field, Shorten(Plain(before), maxTold), Shorten(Plain(now), maxTold)})
	}
}

// compared lists the fields of a statement that are otherwise than they were:
// what reports that differ say, and then what the two lines say.
func (c *comparison) compared(old, l record.Line) fieldList {
	f := fieldList(slices.Clone(c.fields[l.LineID()]))
	own := fieldList{}
	switch v := l.(type) {
	case *record.Quote:
		o := old.(*record.Quote)
		c.party(&own, "speaker", o.Speaker, v.Speaker)
		own.words("time", whenWords(o.Time), whenWords(v.Time))
	case *record.Position:
		o := old.(*record.Position)
		c.party(&own, "holder", o.Holder, v.Holder)
		own.words("stance", string(o.Stance), string(v.Stance))
		c.party(&own, "target", o.Target, v.Target)
		own.words("said", whenWords(o.Said), whenWords(v.Said))
	case *record.Event:
		o := old.(*record.Event)
		own.words("status", str(o.Status), str(v.Status))
		own.words("time", whenWords(o.Time), whenWords(v.Time))
		c.party(&own, "place", o.Place, v.Place)
		own.words("participants", c.was.taking(o, v), c.is.taking(v, o))
	case *record.Figure:
		own.words("value", numberWords(old.(*record.Figure)), numberWords(v))
	}
	own.words("review", str(record.BaseOf(old).Review), str(record.BaseOf(l).Review))
	for _, x := range own {
		if !slices.ContainsFunc(f, func(y FieldChange) bool { return y.Field == x.Field }) {
			f = append(f, x)
		}
	}
	return f
}

// party compares two parties: one that is only named more fully is the same.
func (c *comparison) party(f *fieldList, field string, before, now *record.Party) {
	if before != nil && now != nil && before.Entity != nil && now.Entity != nil && *before.Entity == *now.Entity {
		return
	}
	a, b := c.was.words.Name(before), c.is.words.Name(now)
	if partOf(a, b) && a != "" || partOf(b, a) && b != "" {
		return
	}
	f.words(field, a, b)
}

// taking names the participants of e whom other does not have, by entity.
func (s *side) taking(e, other *record.Event) string {
	var out []string
	for i := range e.Participants {
		p := &e.Participants[i].Party
		if p.Entity == nil || slices.ContainsFunc(other.Participants, func(o record.Participant) bool { return o.Entity != nil && *o.Entity == *p.Entity }) {
			continue
		}
		out = append(out, s.words.Name(p))
	}
	return strings.Join(out, ", ")
}

// originsOf is how many origins stand behind a statement; 0 where none are counted.
func originsOf(l record.Line) int {
	if s := record.SupportOf(l); s != nil {
		return s.Origins
	}
	return 0
}

// unsureBase says whether a statement is less certain, as a brief counts it.
func unsureBase(b record.Base) bool {
	return b.Confidence < Options{}.withDefaults().LessCertain && b.Review == nil
}
