package record

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/news"
)

// TestEveryFieldIsDescribed holds fields.txt to the types: each field that an
// export prints has a meaning, and each meaning a field.
func TestEveryFieldIsDescribed(t *testing.T) {
	used, seen := map[string]bool{}, map[reflect.Type]bool{}
	for _, kind := range Kinds {
		described(t, reflect.TypeOf(New(kind)), used, seen)
	}
	for key, m := range meanings() {
		if !used[key] {
			t.Errorf("fields.txt describes %s, which is no field", key)
		}
		if m.Words == "" {
			t.Errorf("fields.txt says nothing of %s", key)
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
				t.Errorf("internal/record/fields.txt has no line for %s: add its unit, meaning and allowed values", key)
			}
		}
		described(t, f.Type, used, seen)
	}
}

// TestAllowedWordsAreThoseOfNews keeps the lists of values to the constants.
func TestAllowedWordsAreThoseOfNews(t *testing.T) {
	for key, want := range map[string][]string{
		"Quote.form":         said(news.Direct, news.Indirect, news.Mixed),
		"Position.stance":    said(news.Demand, news.Reject, news.Offer, news.Support, news.Accept, news.Promise, news.Threaten, news.Accuse, news.Deny, news.Condition),
		"Event.status":       said(news.Planned, news.Possible, news.UnderWay, news.Held, news.Postponed, news.Cancelled, news.Denied),
		"Published.basis":    said(news.Given, news.Page, news.FromText, news.Estimated, news.Unknown),
		"Entity.kind":        said(news.Person, news.Organization, news.State, news.Place, news.Group),
		"Participant.role":   said(news.Actor, news.Recipient, news.Host, news.Mediator, news.Expected),
		"Credit.kind":        said(news.Agency, news.Outlet, news.Official, news.Post, news.Anonymous),
		"Credit.role":        said(news.Wire, news.Cited),
		"TimeLine.timex":     said(news.Date, news.Clock, news.Duration, news.Set),
		"Removed.kind":       said(news.Appeal, news.Promo, news.Advert, news.Navigation, news.Caption, news.SyndicationNotice, news.Image, news.Byline),
		"Report.type":        {KindReport},
		"Base.review":        {"accepted", "rejected", "corrected"},
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

func said[T ~string](values ...T) (out []string) {
	for _, v := range values {
		out = append(out, string(v))
	}
	return out
}

func TestReadMeaningsNamesTheLine(t *testing.T) {
	for txt, want := range map[string]string{"A.b | | c": "fields.txt:1: 3 columns", "#\nA.b||c|\nA.b||c|": "fields.txt:3: A.b stands twice"} {
		if _, err := readMeanings(txt); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", txt, err, want)
		}
	}
}
