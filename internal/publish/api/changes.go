package api

import (
	"encoding/json"
	"iter"
	"net/http"

	"rapporteur/internal/publish/shelf"
)

// changeParams are what the list of changes may be asked.
var changeParams = []string{"since", "change", "type", "story", "entity", "outlet", "limit", "cursor"}

// changes lists what reports of a day and later add to the record.
func (a *API) changes(w http.ResponseWriter, r *http.Request) {
	q, bad := params(r, changeParams)
	if bad != nil {
		bad.write(w)
		return
	}
	book := a.shelf.Held(r.Context())
	found, err := book.Changes(shelf.ChangeAsk{Ask: askOf(q), Way: q.Get("change")})
	if err != nil {
		problemOf(err).write(w)
		return
	}
	send(w, r, book, q, items{len(found), func(from int) iter.Seq2[json.RawMessage, error] {
		return func(yield func(json.RawMessage, error) bool) {
			for _, c := range found[min(from, len(found)):] {
				if !yield(marshal(c)) {
					return
				}
			}
		}
	}})
}
