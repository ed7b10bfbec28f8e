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

// refs is sources with one entry a passage, in their order.
func refs(sources []*publish.Source) []*publish.Source {
	seen := map[string]bool{}
	var out []*publish.Source
	for _, s := range sources {
		if !seen[s.Ref] {
			seen[s.Ref] = true
			out = append(out, s)
		}
	}
	return out
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
