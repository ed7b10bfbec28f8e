package clean

import (
	"strings"

	"rapporteur/internal/intake/draft"
	"rapporteur/internal/news"
)

const (
	readerWords = 70 // a longer block that addresses the reader may be an essay
	readerSigns = 3
)

// toReader takes b when the page speaks in it, not the report: a call ("Get",
// "Support", "Please"), the means by which pages reach readers or live
// (newsletters, channels, apps; donations), "you" and "we", and nobody quoted.
//
//	Get the Vell Post on WhatsApp! Straight to your phone.   call, means, you
//	Support us. We are a small newsroom. Please donate.      call, means, we
func toReader(b *block) {
	if b.calls == 0 || b.means == 0 || len(b.words) > readerWords || b.speaks() || isPost(b.text) || strings.ContainsAny(b.text, "\"“") {
		return
	}
	signs := min(b.calls, 2) + min(b.means, 3) + boolInt(b.you) + boolInt(b.we)
	if signs < readerSigns || signs == b.calls+b.means && b.means < 2 {
		return
	}
	if b.cues > 0 {
		b.cutAll(news.Appeal)
	} else {
		b.cutAll(news.Promo)
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
		if w.class&(digits|dated) == 0 {
			return
		}
	}
	if _, code := draft.ParseDate(b.text); code == "" {
		b.cutAll(news.Byline)
	}
}
