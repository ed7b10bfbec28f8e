package quote

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// posted is the family of what stands between no marks, since who posted it
// signs behind it as pages embed posts:
//
//	We are turning back. — ada brenn (@adabrenn) May 3, 2017
//	[inner             ]   [signature         ]
const posted = '@'

// longestSignature bounds the bytes of a name between the dash and its handle,
// and those of a date behind it.
const longestSignature = 60

// posts finds the posts that blocks of doc embed, and sets what stands between
// marks inside them a level deeper.
func posts(doc *news.Document, all []quoted) []quoted {
	marked := len(all)
	for b := range doc.Blocks {
		span := doc.Blocks[b].Span
		s := span.Of(doc.Text)
		for from := 0; ; {
			handle := strings.Index(s[from:], " (@")
			if handle < 0 {
				break
			}
			handle += from
			dash, end := signed(s, from, handle)
			if dash > from {
				q := text.Span{Start: span.Start + int32(from), End: span.Start + int32(dash)}.Trim(doc.Text)
				if q.Len() > 0 {
					all = append(all, quoted{outer: q, inner: q, block: int32(b), family: posted})
				}
			}
			from = end
		}
	}
	if len(all) == marked {
		return all
	}
	slices.SortStableFunc(all, func(x, y quoted) int { return cmp.Compare(x.outer.Start, y.outer.Start) })
	end := int32(-1)
	kept := all[:0]
	for _, q := range all {
		if q.family == posted {
			for n := len(kept); n > 0 && kept[n-1].outer.End > q.outer.Start; n = len(kept) {
				kept = kept[:n-1] // marks that reach into it are astray
			}
			end = q.outer.End
		} else if q.outer.Start < end {
			if q.outer.End > end {
				continue
			}
			q.depth++
		}
		kept = append(kept, q)
	}
	return kept
}

// signed reads the signature around the handle at s[handle:] of a post that
// begins at s[from:]: where its dash is, from for none, and where it ends, with
// the date behind it.
func signed(s string, from, handle int) (dash, end int) {
	end = handle + 3
	if i := strings.IndexByte(s[handle:min(len(s), handle+longestSignature)], ')'); i > 0 {
		end = handle + i + 1
	}
	for i := end; i+4 <= min(len(s), end+longestSignature/2); i++ {
		if year(s[i : i+4]) {
			end = i + 4
			break
		}
	}
	before := s[max(from, handle-longestSignature):handle]
	for _, mark := range [...]string{"— ", "– ", "&mdash; ", "-- "} {
		if i := strings.LastIndex(before, mark); i >= 0 {
			return handle - len(before) + i, end
		}
	}
	return from, end
}

// year reports whether s is a year of the time of posts.
func year(s string) bool {
	return s[:2] == "20" && s[2] >= '0' && s[2] <= '9' && s[3] >= '0' && s[3] <= '9'
}

// poster is who signs the post that ends before token i: by the name that the
// report knows, or by the words before the handle.
func (f *finder) poster(i int) (p news.Party, ok bool) {
	for i < f.n() && f.wordless(i) {
		i++
	}
	last := i - 1
	for k := i; k < f.n() && k-i < 8 && !f.is(k, "("); k++ {
		last = k
	}
	if last < i || !f.is(last+1, "(") {
		return p, false
	}
	if id := f.mentionFrom(i); id > 0 {
		if m := f.a.Mention(news.MentionID(id)); m.Form == news.Name && (m.Kind == news.Person || m.Kind == news.Organization) {
			return f.partyOf(m, i), true
		}
	}
	return news.Party{Span: f.span(i, last)}, true
}
