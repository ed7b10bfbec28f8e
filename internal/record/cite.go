package record

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// ReportID is the id of the report that doc is: the same page read twice, or
// from two places, is one report; the same words under another address are
// another (a copy is a thing to report, not to lose).
func ReportID(doc *news.Document) ID {
	return NewID("r", doc.Key, doc.Outlet, doc.Title, doc.Published.Value, doc.Text)
}

// Cite makes the evidence for span s of a, the report with the given id. ok is
// false when s is none or does not fit the text: then there is nothing to cite.
func Cite(id ID, a *news.Analysis, s text.Span) (e Evidence, ok bool) {
	if s.Len() <= 0 || !s.Fits(a.Doc.Text) {
		return Evidence{}, false
	}
	e = Evidence{Report: id, Start: int(s.Start), End: int(s.End), Exact: s.Of(a.Doc.Text)}
	whole := s
	if first := a.Sentence(a.SentenceAt(s.Start)); first != nil {
		whole = whole.Cover(first.Span)
	}
	if last := a.Sentence(a.SentenceAt(s.End - 1)); last != nil {
		whole = whole.Cover(last.Span)
	}
	e.Sentence = whole.Of(a.Doc.Text)
	return e, true
}
