package reconcile

import (
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
)

// Reports of one story that lie days apart speak of one stretch of days: what
// they tell as past without a day is of these days, unless it is told as
// background. Of such events class, doer and words say more than of others.

// near reports whether two events are of one stretch of days: as far along, in
// reports of one story within a week, none told as background, none of a time
// that is not of the days before its report, and not of two places.
func (c *reconciler) near(a, b *happening) bool {
	switch {
	case ofMatter[a.class], c.otherPlace(a, b):
		return false
	case mutual[a.class] && (len(a.parts) == 0 || len(b.parts) == 0 || lists.Common(a.parts, b.parts) < min(len(a.parts), len(b.parts)) && c.represented(a, b) == 0):
		return false // A met B, and A met C
	}
	return a.story == b.story && a.report != b.report && !a.background && !b.background && samePhase(a, b) &&
		!a.day.IsZero() && !b.day.IsZero() && daysBetween(a.day, b.day) <= vagueDays && ofLate(a) && ofLate(b)
}

// ofMatter are the classes of acts that are told apart by what is offered,
// demanded or rejected: one doer has several within days.
var ofMatter = map[string]bool{"AGREE": true, "REQUEST": true, "REJECT": true}

// samePhase reports whether two events are as far along, and not ahead, where
// several may be planned; a noun that leaves it open may be what another report
// tells as done.
func samePhase(a, b *happening) bool {
	open := func(p phase) bool {
		return p == going || p == behind || p == noPhase && (verbal[a.class] || a.class == "MOBILIZE")
	}
	return a.phase == b.phase && a.phase != ahead || open(a.phase) && open(b.phase)
}

// ofLate reports whether the time of an event, where it is told, takes in days
// of the week before its report or after it; of the only one so called, of some weeks.
func ofLate(h *happening) bool {
	return !h.time.known || h.day.Sub(h.time.to) < vagueDays || h.sole && h.day.Sub(h.time.to) <= longAgo
}

// sameSufferer reports whether a deed is done to one party that no report names,
// in like words or under one noun: "the driver", "the 42-year-old driver of the tram".
func sameSufferer(a, b *happening) bool {
	return !mutual[a.class] && lists.Common(a.targets, b.targets) == 0 &&
		(lists.Common(a.headsTo, b.headsTo) > 0 || lists.Common(a.sufferers, b.sufferers) > 1 && alikeWords(a.sufferers, b.sufferers))
}

// sameDoer reports whether somebody of one body or state does both, without a
// name in one report: the forces of a state, and the state.
func sameDoer(a, b *happening) bool {
	return lists.Common(a.actors, b.actors) > lists.Common(a.parts, b.parts)
}

// oneScene reports whether two reports of one story tell what befell people in
// one town as the news, or the one as what is known: "after the attack in Harne".
// A story has one such.
func (c *reconciler) oneScene(a, b *happening) bool {
	return a.class == "ASSAULT" && a.story == b.story && a.report != b.report && a.place == b.place && c.town(a.place) &&
		a.phase == behind && b.phase == behind && !a.background && !b.background && (a.lead && b.lead || a.lead && b.definite || b.lead && a.definite) &&
		(len(a.headsTo) == 0 || len(b.headsTo) == 0 || lists.Common(a.headsTo, b.headsTo) > 0)
}

// doneToDoer reports whether one report has done to somebody, by the noun that it
// calls him, what the other says that he did: the gunman who opened fire, and the
// gunman who was shot.
func doneToDoer(a, b *happening) bool {
	return lists.Common(a.headsBy, b.headsTo) > 0 && lists.Common(a.headsBy, b.headsBy) == 0 && lists.Common(a.headsTo, b.headsTo) == 0
}

// mayBe reports whether somebody named in one report may be whom the other calls
// only a person of a state or body: one of whom nobody says where he belongs.
func (c *reconciler) mayBe(named int32, y *happening, of int32) bool {
	return slices.Contains(y.unnamedOf, of) && c.EntityKind[named-1] == news.Person && len(c.kin[named-1]) == 0
}
