package clean

import (
	"strings"

	"rapporteur/internal/news"
)

// marks are the brackets in which scrapers and editors leave pictures and
// other things that are no text.
var marks = [...]struct {
	open, close string
	kind        news.RemovedKind
}{
	{"<image>", "</image>", news.Image},
	{"<image", "</image>", news.Image},
	{"<img", ">", news.Image},
	{"<figure", "</figure>", news.Image},
	{"<picture", "</picture>", news.Image},
	{"<figcaption", "</figcaption>", news.Caption},
	{"<iframe", ">", news.Image},
	{"<video", "</video>", news.Image},
	{"<script", "</script>", news.Navigation},
	{"<style", "</style>", news.Navigation},
	{"<!--", "-->", news.Navigation},
	{"[caption", "[/caption]", news.Caption},
	{"[gallery", "]", news.Image},
	{"[embed", "[/embed]", news.Image},
	{"[image", "]", news.Image},
	{"[img", "]", news.Image},
	{"[photo", "]", news.Image},
	{"[picture", "]", news.Image},
	{"[video", "]", news.Image},
	{"[advert", "]", news.Advert},
	{"[ad", "]", news.Advert},
}

const unbroken = 300 // bytes without a space: no word, but coded data

// Marks without an end are looked for only so often: a block of nothing but
// opening brackets must not cost the square of its length.
const (
	unclosedMost = 30
	markWindow   = 1 << 20 // bytes in which a mark must end
)

// images finds the picture marks of s; byte ranges in order, not overlapping.
func images(s string) (cuts []cut) {
	unclosed := 0
	for i := 0; i < len(s); {
		to, kind := 0, news.Image
		switch s[i] {
		case '!':
			to = markdownImage(s, i)
		case '<', '[':
			if unclosed < unclosedMost {
				to, kind = marked(s, i, &unclosed)
			}
		case 'd':
			to = dataURL(s, i)
		}
		if to == 0 && (i == 0 || s[i-1] == ' ') {
			to = coded(s, i)
		}
		if to > i {
			cuts = append(cuts, cut{i, to, kind})
			i = to
			continue
		}
		i++
	}
	return cuts
}

// markdownImage is the end of "![alt](address)" at i, 0 when it is none.
func markdownImage(s string, i int) int {
	if !strings.HasPrefix(s[i:], "![") {
		return 0
	}
	window := s[i:min(len(s), i+2000)]
	mid := strings.Index(window, "](")
	if mid < 0 {
		return 0
	}
	end := strings.IndexByte(window[mid:], ')')
	if end < 0 {
		return 0
	}
	return i + mid + end + 1
}

// marked is the end of the mark that opens at i, 0 when none does. Elements may
// stand in a namespace: "<media:image>...</media:image>".
func marked(s string, i int, unclosed *int) (to int, kind news.RemovedKind) {
	ns := namespace(s[i:])
	for _, m := range marks {
		if ns != "" && m.open[0] != '<' || !opens(s[i:], m.open, ns) {
			continue
		}
		end := m.close
		if name, closing := strings.CutPrefix(end, "</"); closing {
			end = "</" + ns + name
		}
		window := s[i:min(len(s), i+markWindow)]
		if at := indexFold(window, end); at >= 0 {
			return i + at + len(end), m.kind
		}
		*unclosed++
	}
	return 0, ""
}

// namespace is "media:" for "<media:image>", "" for an element without one.
func namespace(s string) string {
	for n := 1; s[0] == '<' && n < len(s) && n < 20; n++ {
		if s[n] == ':' && n > 1 {
			return s[1 : n+1]
		}
		if c := s[n] | 0x20; c < 'a' || c > 'z' {
			break
		}
	}
	return ""
}

// opens reports whether s begins with the mark open, in namespace ns. After a
// word in square brackets only ":", "=", a space, "s" or the bracket may come.
func opens(s, open, ns string) bool {
	if len(s) < len(open)+len(ns)+1 || s[0] != open[0] || !strings.EqualFold(s[1+len(ns):len(open)+len(ns)], open[1:]) {
		return false
	}
	return open[0] != '[' || strings.IndexByte(":]= s", s[len(open)]) >= 0
}

// indexFold is strings.Index for an ASCII needle in any case, which here only
// ever starts with a mark.
func indexFold(s, needle string) int {
	for from := 0; ; {
		at := strings.IndexByte(s[from:], needle[0])
		if at < 0 || from+at+len(needle) > len(s) {
			return -1
		}
		if at += from; strings.EqualFold(s[at:at+len(needle)], needle) {
			return at
		}
		from = at + 1
	}
}

// dataURL is the end of "data:image/png;base64,..." at i, 0 when it is none.
func dataURL(s string, i int) int {
	if !strings.HasPrefix(s[i:], "data:image/") {
		return 0
	}
	return i + upToSpace(s[i:])
}

// coded is the end of a run of unbroken bytes or more at i: base64 that lost
// its start. Scripts that part no words by spaces are told by their letters.
func coded(s string, i int) int {
	n := upToSpace(s[i:])
	if n < unbroken {
		return 0
	}
	for j := i; j < i+n; j++ {
		if s[j] >= 0x80 {
			return 0
		}
	}
	return i + n
}

func upToSpace(s string) int {
	if n := strings.IndexByte(s, ' '); n >= 0 {
		return n
	}
	return len(s)
}
