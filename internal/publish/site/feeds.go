package site

import (
	"net/url"
	"strings"

	"rapporteur/internal/publish/shelf"
)

// feedOf is the address of a feed of what a view shows, with "*" in the place
// of its end (atom, ics); "" for views without one.
func feedOf(view any) string {
	switch v := view.(type) {
	case *storyView:
		if v.Section == "" {
			return "/stories/" + url.PathEscape(string(v.Story().ID)) + ".*"
		}
	case *entityView:
		return "/entities/" + url.PathEscape(string(v.Entity.ID)) + ".*"
	case *searchView:
		if q := queryOf(v.Ask); v.Wrong == nil && q != "" {
			return "/search.*?" + q
		}
	}
	return ""
}

// queryOf is the question of a search as an address has it.
func queryOf(a shelf.Ask) string {
	q := url.Values{}
	for name, value := range map[string]string{"q": a.Words, "type": a.Type, "status": a.Status, "story": a.Story, "entity": a.Entity,
		"outlet": a.Outlet, "since": a.Since, "until": a.Until} { // Encode sorts
		if value != "" {
			q.Set(name, value)
		}
	}
	return q.Encode()
}

// Feed is the address of the Atom feed of a page; "" for none.
func (f frame) Feed() string { return strings.Replace(feedOf(f.It), "*", "atom", 1) }

// Calendar is the address of what is planned on a page, for a calendar.
func (f frame) Calendar() string { return strings.Replace(feedOf(f.It), "*", "ics", 1) }
