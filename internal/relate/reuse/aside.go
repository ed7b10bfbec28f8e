package reuse

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// markSpeech sets aside what stands between quotation marks and the posts that
// pages set in. A mark that is opened and not closed runs to the end of its
// line, as in speech over several paragraphs.
func markSpeech(t string, w *words) {
	for line := range lines(t) {
		s := line.Of(t)
		markQuoted(s, line.Start, w)
		if end := postEnd(s); end > 0 {
			w.mark(text.Span{Start: line.Start, End: line.Start + int32(end)}, speech)
		}
	}
}

// markQuoted walks one line; at is its offset in the text.
func markQuoted(s string, at int32, w *words) {
	open, closer := -1, rune(0)
	prev := ' '
	r, size := utf8.DecodeRuneInString(s)
	for i := 0; i < len(s); {
		next, behind := utf8.DecodeRuneInString(s[i+size:])
		switch {
		case open < 0:
			if closer = opens(r, prev, next); closer != 0 {
				open = i
			}
		case r == closer && closes(r, prev, next):
			w.mark(text.Span{Start: at + int32(open), End: at + int32(i)}, speech)
			open = -1
		}
		prev, r, i, size = r, next, i+size, behind
	}
	if open >= 0 && closer != '\'' && closer != '’' { // an apostrophe may pose as an opening mark
		w.mark(text.Span{Start: at + int32(open), End: at + int32(len(s))}, speech)
	}
}

// opens gives the closing mark that belongs to r where r opens speech, 0 where
// it does not. Single marks open only in front of a word and behind a gap.
func opens(r, prev, next rune) rune {
	switch r {
	case '"':
		return '"'
	case '“', '„':
		return '”'
	case '«':
		return '»'
	case '\'', '‘':
		if (unicode.IsSpace(prev) || prev == '(' || prev == ':') && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
			return map[rune]rune{'\'': '\'', '‘': '’'}[r]
		}
	}
	return 0
}

// closes tells a closing mark from an apostrophe.
func closes(r, prev, next rune) bool {
	if r == '\'' || r == '’' {
		return !unicode.IsSpace(prev) && !unicode.IsLetter(next) && !unicode.IsDigit(next)
	}
	return true
}

// postEnd is the end of the last post set into a line: "... (@handle) May 5,
// 2031"; 0 when there is none.
func postEnd(s string) int {
	at := strings.LastIndex(s, "(@")
	if at < 0 {
		return 0
	}
	end := strings.IndexByte(s[at:], ')')
	if end < 0 {
		return 0
	}
	end += at + 1
	return min(len(s), end+len(" September 30, 2031"))
}

//go:embed notices.txt
var noticeLines string

// notices are words that only furniture holds.
var notices = func() (out []string) {
	for l := range strings.Lines(noticeLines) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			out = append(out, l)
		}
	}
	return out
}()

// markNotices sets aside the headline and every line that is a caption, a
// copyright notice or the like.
func markNotices(a *news.Analysis, w *words) {
	w.mark(a.Doc.Headline, furniture)
	for line := range lines(a.Doc.Text) {
		s := strings.ToLower(line.Of(a.Doc.Text))
		for _, n := range notices {
			if at := strings.Index(s, n); at >= 0 {
				w.mark(text.Span{Start: line.Start + int32(sentenceStart(s, at)), End: line.End}, furniture)
				break
			}
		}
	}
}

// sentenceStart is where the sentence around offset at of s begins.
func sentenceStart(s string, at int) int {
	if i := strings.LastIndex(s[:at], ". "); i >= 0 {
		return i + 2
	}
	return 0
}

// lines yields the lines of t without their ends.
func lines(t string) func(func(text.Span) bool) {
	return func(yield func(text.Span) bool) {
		for at := 0; at < len(t); {
			end := strings.IndexByte(t[at:], '\n')
			if end < 0 {
				end = len(t) - at
			}
			if end > 0 && !yield(text.At(at, at+end)) {
				return
			}
			at += end + 1
		}
	}
}
