package page

import (
	"fmt"
	"reflect"

	"rapporteur/internal/publish"
)

// halves is a list cut in two: what is shown, and what is folded away.
type halves struct {
	Shown, Folded any
	More          int
}

// cut shows the first n of a list. A fold that would hide one or two lines is
// not worth the click.
func cut(n int, list any) (halves, error) {
	v := reflect.ValueOf(list)
	if v.Kind() != reflect.Slice {
		return halves{}, fmt.Errorf("cut: %T is no list", list)
	}
	if v.Len() <= n+2 {
		return halves{Shown: list}, nil
	}
	return halves{v.Slice(0, n).Interface(), v.Slice(n, v.Len()).Interface(), v.Len() - n}, nil
}

// sayer is one report with the passages in which it says a thing.
type sayer struct {
	Name     string
	Passages []*publish.Source
}

// passages is sources with one entry a passage.
func passages(sources []*publish.Source) (out []*publish.Source) {
	seen := map[string]bool{}
	for _, s := range sources {
		if !seen[s.Ref] {
			seen[s.Ref] = true
			out = append(out, s)
		}
	}
	return out
}

// sayers gathers sources by report, with one entry a passage.
func sayers(sources []*publish.Source) []sayer {
	at := map[int]int{}
	var out []sayer
	for _, s := range passages(sources) {
		i, ok := at[s.Report]
		if !ok {
			i = len(out)
			at[s.Report] = i
			out = append(out, sayer{Name: s.Name})
		}
		out[i].Passages = append(out[i].Passages, s)
	}
	return out
}

// credited is all whom an origin's reports credit in one role.
type credited struct {
	Role  string
	Names []publish.Credit
}

func credits(o *publish.Origin, role string) credited {
	c := credited{Role: role}
	for _, k := range o.Credits {
		if k.Role == role {
			c.Names = append(c.Names, k)
		}
	}
	return c
}

// entry is one line of the table of contents.
type entry struct{ Anchor, Title string }

// entries are the sections that a story has.
func entries(s *publish.Story) (out []entry) {
	add := func(n int, key, title string) {
		if n > 0 {
			out = append(out, entry{s.Anchor + "-" + key, title})
		}
	}
	add(len(s.Timeline)+len(s.Undated)+len(s.Background), "timeline", "Timeline")
	add(len(s.Who), "who", "Who is who")
	add(len(s.Said), "said", "Who said what")
	add(len(s.Wants), "wants", "Who wants what")
	add(len(s.Figures), "figures", "Figures")
	add(len(s.Alone), "alone", "What only one origin says")
	add(len(s.Differ), "differ", "Where reports differ")
	add(len(s.Origins), "origins", "Which reports copy which")
	add(len(s.Unsure), "unsure", "Less certain")
	return out
}
