package record

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/news"
)

// TestEveryFieldIsDescribed holds meanings.txt to the types: each field that an
// export prints has a meaning, and each meaning a field.
func TestEveryFieldIsDescribed(t *testing.T) {
	used, seen := map[string]bool{}, map[reflect.Type]bool{}
	for _, kind := range Kinds {
		described(t, reflect.TypeOf(New(kind)), used, seen)
	}
	for key, m := range meanings() {
		if !used[key] {
			t.Errorf("meanings.txt describes %s, which is no field", key)
		}
		if m.Words == "" {
			t.Errorf("meanings.txt says nothing of %s", key)
		}
	}
}

func described(t *testing.T, typ reflect.Type, used map[string]bool, seen map[reflect.Type]bool) {
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice || typ.Kind() == reflect.Array {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct || seen[typ] {
		return
	}
	seen[typ] = true
	for i := range typ.NumField() {
		f := typ.Field(i)
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			key := typ.Name() + "." + name
			if used[key] = true; meanings()[key].Words == "" {
				t.Errorf("internal/record/meanings.txt has no line for %s: add its unit, meaning and allowed values", key)
			}
		}
		described(t, f.Type, used, seen)
	}
}

// TestAllowedWordsAreThoseOfNews keeps the lists of values to the constants.
func TestAllowedWordsAreThoseOfNews(t *testing.T) {
	for key, want := range map[string][]string{
		"Quote.form":         oneOf(news.Direct, news.Indirect, news.Mixed),
		"Position.stance":    oneOf(news.Demand, news.Reject, news.Offer, news.Support, news.Accept, news.Promise, news.Threaten, news.Accuse, news.Deny, news.Condition),
		"Event.status":       oneOf(news.Planned, news.Possible, news.UnderWay, news.Held, news.Postponed, news.Cancelled, news.Denied),
		"Published.basis":    oneOf(news.Given, news.Page, news.FromText, news.Estimated, news.Unknown),
		"Entity.kind":        oneOf(news.Person, news.Organization, news.State, news.Place, news.Group),
		"Participant.role":   oneOf(news.Actor, news.Recipient, news.Host, news.Mediator, news.Expected),
		"Credit.kind":        oneOf(news.Agency, news.Outlet, news.Official, news.Post, news.Anonymous),
		"Credit.role":        oneOf(news.Wire, news.Cited),
		"TimeLine.timex":     oneOf(news.Date, news.Clock, news.Duration, news.Set),
		"Removed.kind":       oneOf(news.Appeal, news.Promo, news.Advert, news.Navigation, news.Caption, news.SyndicationNotice, news.Image, news.Byline),
		"Report.type":        {KindReport},
		"Reviewed.review":    {Accepted, Rejected, Corrected},
		"Difference.kind":    {"conflict", "update", "scope", "wording", "spelling", "only"},
		"Base.confidence":    nil,
		"TimeLine.type":      {KindTime},
		"Copy.direction":     {"from", "to", "common"},
		"Time.approximate":   {"before", "after", "about"},
		"Office.tense":       {"former", "acting", "designate"},
		"Difference.about":   nil,
		"Difference.field":   {"participants", "time", "place", "value", "wording", "speaker", "status", "existence"},
		"Event.participants": nil,
	} {
		if got := meanings()[key].Allowed; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

func TestReadMeaningsNamesTheLine(t *testing.T) {
	for txt, want := range map[string]string{"A.b | | c": "meanings.txt:1: 3 columns", "#\nA.b||c|\nA.b||c|": "meanings.txt:3: A.b stands twice"} {
		if _, err := readMeanings(txt); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", txt, err, want)
		}
	}
}
