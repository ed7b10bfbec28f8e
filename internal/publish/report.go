package publish

import (
	"net/url"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

func (x *index) viewReport(r *report) *Report {
	v := &Report{Number: r.number, ID: r.ID, Anchor: "report-" + itoa(r.number), Name: reportName(r.Report),
		Outlet: str(r.Outlet), Title: str(r.Title), Byline: str(r.Byline), URL: webAddress(str(r.URL)), Source: r.Source,
		When: "undated", Basis: basisWords[r.Published.Basis], Language: str(r.Language), Words: r.Words}
	if v.URL == "" {
		v.URL = webAddress(r.Source)
	}
	if d := day(r.Report); d != "" {
		v.When, v.Dated = dayWords(d), true
		if r.Published.Basis == news.Estimated {
			v.When = "about " + v.When
		}
	}
	if o := x.origins[originOf(r.Report)]; o != nil {
		v.Origin = &Link{Text: x.originName(o), Anchor: x.anchors[o.ID].Anchor}
	}
	v.Removed = tallyRemoved(r.Removed)
	for _, f := range r.Findings {
		v.Findings = append(v.Findings, f.Message)
	}
	return v
}

var basisWords = map[news.Basis]string{
	news.Given: "given with the report", news.Page: "from the page", news.FromText: "from the text",
	news.Estimated: "estimated from other reports",
}

// tallyRemoved counts what cleaning took away, in the order first met.
func tallyRemoved(removed []record.Removed) []Tally {
	var out []Tally
	at := map[news.RemovedKind]int{}
	for _, r := range removed {
		i, ok := at[r.Kind]
		if !ok {
			i = len(out)
			at[r.Kind] = i
			out = append(out, Tally{Name: strings.ReplaceAll(string(r.Kind), "-", " ")})
		}
		out[i].Count++
	}
	return out
}

// webAddress is s when it is a plain http or https address, "" for all else:
// a javascript: or data: address never becomes a link.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") || Plain(s) != s {
		return ""
	}
	return u.String()
}
