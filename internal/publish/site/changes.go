package site

import (
	"net/http"
	"net/url"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/shelf"
)

// changesView is what is new since a day.
type changesView struct {
	*publish.News
	Asked shelf.Ask    `json:"ask"`
	Wrong *shelf.Wrong `json:"-"`
}

// changeNames are what the page of changes may be asked.
var changeNames = []string{"since", "story", "entity", "outlet"}

func (t *Site) changes(w http.ResponseWriter, r *http.Request) {
	b := t.shelf.Held(r.Context())
	q, wrong := named(r, changeNames)
	v := &changesView{Asked: askOf(q), News: &publish.News{Changes: []publish.Change{}}}
	if v.Asked.Since == "" && wrong == nil {
		v.Asked.Since = b.LastDay()
	}
	if v.Wrong = wrong; wrong == nil && v.Asked.Since != "" {
		v.Wrong = wrongOf(v.find(b))
	}
	switch {
	case v.Wrong != nil && !wantsPage(r):
		problemOf(v.Wrong).Write(w)
	case v.Wrong != nil:
		t.print(w, http.StatusBadRequest, "changes", t.frame(r, "changes", "What is new", v))
	default:
		t.show(w, r, "changes", v.Title(), v)
	}
}

// find fills v with what is new as its Ask wants it.
func (v *changesView) find(b *shelf.Book) error {
	found, err := b.Changes(shelf.ChangeAsk{Ask: v.Asked})
	if err != nil {
		return err
	}
	since, _ := shelf.Since(v.Asked.Since) // it was read above
	all := *b.News(since)
	all.Changes = found
	v.News = &all
	return nil
}

// sinceStory is the address of what is new in a story from a day on.
func sinceStory(day, story string) string {
	return "/changes?" + url.Values{"since": {day}, "story": {story}}.Encode()
}
