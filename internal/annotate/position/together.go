package position

import (
	"cmp"

	"rapporteur/internal/news"
)

// Who takes a position together with its holder.

// together adds d for those who take it together with its holder: "both A and
// [B] called for".
func (f *finder) together(d draft) {
	if f.passive(d.at) {
		return
	}
	s := f.subject(d.at)
	s = cmp.Or(f.ofWhom(s, d.at), s)
	if s == 0 {
		return
	}
	f.company(d, s)
	all := f.Conjuncts(s)
	if len(all) > 1 && f.Child(all[len(all)-1], news.Cc) == 0 {
		return // an apposition that was taken for one more
	}
	for _, k := range all[1:] {
		c := f.a.Chain(f.party(k).Chain)
		if p := f.party(k); c != nil && c.Kind != news.Place && p.Chain != d.holder.Chain {
			d.holder = p
			f.add(d)
		}
	}
}

// company adds d for those between subject s and act d.at who take it with him:
// "Vask, [joined by Brenn], called for", "Vask, [along with Brenn], opposed".
func (f *finder) company(d draft, s news.TokenID) {
	k := f.alongside(s, d.at)
	if j := f.Child(s, news.Acl); k == 0 && f.Lemma(j) == "join" {
		k = f.Agent(j)
	}
	if k <= s || k > d.at {
		return
	}
	for _, c := range f.Conjuncts(k) {
		if p := f.party(c); !p.IsZero() && !sameParty(p, d.holder) {
			d.holder, d.grade = p, min(d.grade, 0.6)
			f.add(d)
		}
	}
}

// alongside is who stands behind "along with" between s and t, read off the order
// of words, 0 for nobody.
func (f *finder) alongside(s, t news.TokenID) news.TokenID {
	for k := s + 1; k+2 < t && k < s+12; k++ {
		if l := f.Lemma(k); (l == "along" || l == "together") && f.Lemma(k+1) == "with" {
			for k += 2; k < t && f.UPOS(k) != news.PUNCT; k++ {
				if f.UPOS(k) == news.PROPN && f.NamedAt(k) != 0 || f.UPOS(k) == news.NOUN && f.UPOS(k+1) != news.NOUN && f.UPOS(k+1) != news.PROPN {
					return k
				}
			}
		}
	}
	return 0
}
