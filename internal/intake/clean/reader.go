package clean

import (
	"strings"

	"rapporteur/internal/intake/draft"
	"rapporteur/internal/news"
)

const (
	readerWords = 50 // a longer block that addresses the reader may be an essay
	readerSigns = 3
)

// toReader takes b when the page speaks in it, not the report: a call ("Get",
// "Support", "Please") or "you", what the page calls its own, the means by
// which pages reach readers or live (newsletters, channels, apps; donations),
// and nobody quoted.
//
//	Get the Vell Post on WhatsApp! Straight to your phone.   call, means, you
//	Support us. We are a small newsroom. Please donate.      call, means, we
//	Your gift keeps our newsroom open.                       you, self, means
func toReader(b *block) {
	if b.calls == 0 && !(b.you && b.self) || b.means == 0 && !b.self || len(b.words) > readerWords || b.speaks() || b.quotes() {
		return
	}
	address := boolInt(b.you) + boolInt(b.we) + boolInt(b.self)
	if address == 0 || min(b.calls, 2)+min(b.means, 3)+address < readerSigns {
		return
	}
	if b.cues > 0 {
		b.cutAll(news.Appeal)
	} else {
		b.cutAll(news.Promo)
	}
}

// quotes reports whether somebody's words stand in b.
func (b *block) quotes() bool {
	return strings.ContainsAny(b.text, "\"“‘«") || strings.Contains(b.text, "''") || isPost(b.text)
}

// shouts takes a line of capitals amid prose, as some outlets write links to
// other reports. Headings in capitals are shorter.
func shouts(b *block) {
	if len(b.words) < shoutWords || len(b.words) > listWords || b.stopped(true) {
		return
	}
	for _, w := range b.words {
		if w.class&(upper|digits) == 0 && w.end-w.start > 1 {
			return
		}
	}
	b.cutAll(news.Promo)
}

const shoutWords = 7

// addresses takes short lines that hold an e-mail address, which reports do
// not print.
func addresses(b *block) {
	at := strings.IndexByte(b.text, '@')
	if at <= 0 || at+1 >= len(b.text) || len(b.words) > 14 || b.speaks() || b.quotes() {
		return
	}
	domain, _, _ := strings.Cut(b.text[at+1:], " ")
	if b.text[at-1] != ' ' && b.text[at-1] != '(' && strings.Contains(strings.TrimRight(domain, "."), ".") {
		b.cutAll(news.Byline)
	}
}

// buttons takes labels that lost their frame: "- Join Now -".
func buttons(b *block) {
	inner := strings.Trim(b.text, "-–—|[]<>»«*•· ")
	if len(b.words) > 5 || len(inner)+4 > len(b.text) || inner == "" || !strings.ContainsAny(b.text[:1], "-–—|[<»*") {
		return
	}
	if b.words[0].class&(capital|upper) != 0 {
		b.cutAll(news.Promo)
	}
}

// dateLine takes a block that is nothing but a date, as pages print it below
// the headline: "Tue 5 Mar 2031 18.42 GMT". Further down dates and hours head
// the entries of a chronology and stay.
func dateLine(b *block) {
	if len(b.words) < 2 || len(b.words) > 14 || b.kind == news.ListItem {
		return
	}
	for _, w := range b.words {
		if w.class&(digits|dated|agency) == 0 {
			return
		}
	}
	if _, code := draft.ParseDate(b.text); code == "" {
		b.cutAll(news.Byline)
	}
}
