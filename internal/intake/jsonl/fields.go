package jsonl

import (
	"encoding/json"
	"strconv"
	"strings"

	"rapporteur/internal/news"
)

// The names under which scrapers and databases write what we read, best first.
// Names are compared without case, underscores and hyphens.
var (
	titleNames    = [...]string{"title", "headline", "titlepage", "name"}
	bodyNames     = [...]string{"text", "body", "maintext", "article", "articlebody", "content", "fulltext", "bodytext", "contentencoded", "contenthtml", "contenttext", "html", "plaintext"}
	dateNames     = [...]string{"date", "datepublish", "publishedat", "datepublished", "published", "pubdate", "publishdate", "publicationdate", "publishedon", "firstpublished", "datetime", "timestamp", "created", "createdat"}
	modifiedNames = [...]string{"datemodify", "datemodified", "updated", "updatedat", "modified", "lastmodified", "modifiedat"}
	outletNames   = [...]string{"source", "publisher", "outlet", "site", "sitename", "sourcename", "publication", "newspaper", "sourcedomain", "domain", "website"}
	urlNames      = [...]string{"url", "link", "canonicalurl", "sourceurl", "weburl", "permalink", "uri"}
	authorNames   = [...]string{"authors", "author", "byline", "creator"}
	langNames     = [...]string{"language", "lang", "inlanguage", "locale"}
	idNames       = [...]string{"id", "guid", "docid", "did", "articleid"}
)

// fold brings the names of an object's fields to the form of the lists above.
// Of two fields that fold alike the one that is longer counts, whatever order
// the map gives them in.
func fold(fields map[string]json.RawMessage) map[string]json.RawMessage {
	known := make(map[string]json.RawMessage, len(fields))
	for name, raw := range fields {
		key := strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(name))
		if old, twice := known[key]; !twice || len(raw) > len(old) || len(raw) == len(old) && string(raw) < string(old) {
			known[key] = raw
		}
	}
	return known
}

// record reads the fields that we know.
func record(known map[string]json.RawMessage) *Record {
	r := &Record{Body: text(known, bodyNames[:])}
	r.Title = text(known, titleNames[:])
	r.Outlet = text(known, outletNames[:])
	r.URL = strings.TrimSpace(text(known, urlNames[:]))
	r.Byline = text(known, authorNames[:])
	r.Language = text(known, langNames[:])
	r.ID = text(known, idNames[:])
	r.Publish(text(known, dateNames[:]), news.Given)
	r.Modify(text(known, modifiedNames[:]), news.Given)
	return r
}

// text is the first of the named fields that says something.
func text(known map[string]json.RawMessage, names []string) string {
	for _, name := range names {
		if s := value(known[name], 0); strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// value reads a field as text: a string, a number, a list of either (authors;
// paragraphs), or an object that names a thing ({"@type": "Person", "name":
// ...}, {"value": ...}, {"$date": ...}, {"rendered": ...}).
func value(raw json.RawMessage, depth int) string {
	if len(raw) == 0 || depth > 3 {
		return ""
	}
	switch raw[0] {
	case '"':
		var s string
		if json.Unmarshal(raw, &s) == nil {
			return s
		}
	case '[':
		return join(raw, depth)
	case '{':
		var fields map[string]json.RawMessage
		if json.Unmarshal(raw, &fields) == nil {
			return named(fold(fields), depth)
		}
	case 't', 'f', 'n':
	default:
		return number(string(raw))
	}
	return ""
}

// number writes seconds since 1970 without a fraction.
func number(raw string) string {
	if v, err := strconv.ParseFloat(raw, 64); err == nil && v > 0 && v < 1e15 {
		return strconv.FormatInt(int64(v), 10)
	}
	return ""
}

func join(raw json.RawMessage, depth int) string {
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) != nil {
		return ""
	}
	var parts []string
	long := false
	for _, item := range list {
		if s := strings.TrimSpace(value(item, depth+1)); s != "" {
			parts = append(parts, s)
			long = long || len(s) > 80
		}
	}
	if long {
		return strings.Join(parts, "\n\n")
	}
	return strings.Join(parts, ", ")
}

func named(known map[string]json.RawMessage, depth int) string {
	for _, name := range [...]string{"name", "title", "value", "$date", "rendered", "text", "content", "domain", "url", "uri", "href", "id"} {
		if s := value(known[name], depth+1); s != "" {
			return s
		}
	}
	return ""
}
