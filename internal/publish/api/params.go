package api

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/internal/publish/shelf"
)

// maxValue is how many bytes one parameter may have.
const maxValue = 400

// params reads the query of r, which may have only what allowed lists, each
// once, as text.
func params(r *http.Request, allowed []string) (url.Values, *Problem) {
	q, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, wrongParam("query", "it cannot be read: write & between parameters and %XX for other signs", nil)
	}
	for _, name := range sorted(q) {
		values := q[name]
		switch {
		case !slices.Contains(allowed, name):
			return nil, wrongParam(clean(name), "no such parameter is known here", allowed)
		case len(values) > 1:
			return nil, wrongParam(name, "it stands more than once", nil)
		case len(values[0]) > maxValue:
			return nil, wrongParam(name, "it is longer than "+strconv.Itoa(maxValue)+" bytes", nil)
		case !utf8.ValidString(values[0]) || strings.ContainsRune(values[0], 0):
			return nil, wrongParam(name, "it is not text in UTF-8", nil)
		}
	}
	return q, nil
}

func sorted(q url.Values) (names []string) {
	for name := range q { // sorted below
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// clean is the name of a parameter as it may be told back.
func clean(s string) string { return strings.ToValidUTF8(s[:min(len(s), 40)], "?") }

func limitOf(q url.Values) (int, *Problem) {
	s := q.Get("limit")
	if s == "" {
		return pageLines, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > pageMost {
		return 0, wrongParam("limit", "it is no number from 1 to "+strconv.Itoa(pageMost), []string{"1 to " + strconv.Itoa(pageMost)})
	}
	return n, nil
}

// A cursor is where a page ended, of which question, in which record:
//
//	"120" "|" digest of path and filters "|" digest of the record, in base64
//
// It is checked, not trusted: what does not fit is refused.

func cursor(q url.Values, path string, b *shelf.Book, at int) string {
	return base64.RawURLEncoding.EncodeToString([]byte(strconv.Itoa(at) + "|" + question(q, path) + "|" + edition(b)))
}

// question is a digest of what is asked, but for how many lines from where.
func question(q url.Values, path string) string {
	own := url.Values{}
	for _, name := range sorted(q) {
		if name != "limit" && name != "cursor" {
			own[name] = q[name]
		}
	}
	sum := sha256.Sum256([]byte(path + "?" + own.Encode()))
	return hex.EncodeToString(sum[:6])
}

func edition(b *shelf.Book) string {
	sum := sha256.Sum256([]byte(b.Mark()))
	return hex.EncodeToString(sum[:6])
}

// readCursor is the number of the line that a page begins with.
func readCursor(q url.Values, path string, b *shelf.Book, total int) (int, *Problem) {
	typed := q.Get("cursor")
	if typed == "" {
		return 0, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(typed)
	parts := strings.Split(string(raw), "|")
	if err != nil || len(parts) != 3 {
		return 0, wrongParam("cursor", "it is none: take next from the page before, as it is", nil)
	}
	at, err := strconv.Atoi(parts[0])
	switch {
	case err != nil || at < 0:
		return 0, wrongParam("cursor", "it is none: take next from the page before, as it is", nil)
	case parts[1] != question(q, path):
		return 0, wrongParam("cursor", "it belongs to another question: keep the other parameters as they were", nil)
	case parts[2] != edition(b):
		return 0, NewProblem("record-changed", "The record has changed", http.StatusGone, "begin again without cursor")
	case at > total:
		return 0, wrongParam("cursor", "it is beyond the end", nil)
	}
	return at, nil
}
