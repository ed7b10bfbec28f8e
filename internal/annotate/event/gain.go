package event

import "rapporteur/internal/news"

// Who receives, and from whom: "received tents from Ostrel", "came under fire from rebels".

// ofGain adds who receives, and from whom: "[Varnia] received tents from [Ostrel]".
func (p *parties) ofGain(c *candidate) {
	f, t := p.f, c.token
	p.add(f.doers(t), news.Recipient)
	p.add(f.givers(t, c.trigger.markers), news.Actor)
}

// givers are those under the markers behind verb t or behind what it governs.
func (f *finder) givers(t news.TokenID, markers []string) []news.TokenID {
	out := f.marked(t, markers)
	for k := f.Kid(t); k != 0 && len(out) == 0; k = f.Next(k) {
		if r := f.Rel(k); k > t && (r == news.Obj || r == news.Obl) {
			out = f.marked(f.unbatched(k), markers)
			if len(out) == 0 {
				out = f.marked(k, markers)
			}
		}
	}
	return out
}
