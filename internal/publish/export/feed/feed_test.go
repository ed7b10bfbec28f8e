package feed

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed/atom"

	"rapporteur/internal/publish/export/exporttest"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

func written(t testing.TB, r *record.Record, head Head, f store.Filter) []byte {
	src := exporttest.Of(t, r, f)
	return exporttest.Bytes(t, func(b *bytes.Buffer) error { return Write(b, src, head) })
}

var head = Head{ID: "urn:rapporteur:story:st1", Title: "Talks", Self: "http://127.0.0.1:8080/stories/st1.atom", Base: "http://127.0.0.1:8080"}

// TestAFeedReaderReadsIt reads the feed with gofeed and holds it to what RFC
// 4287 demands of a feed and of every entry.
func TestAFeedReaderReadsIt(t *testing.T) {
	f, err := (&atom.Parser{}).Parse(bytes.NewReader(written(t, publishtest.Rich(), head, store.Filter{Story: "st1"})))
	if err != nil {
		t.Fatal(err)
	}
	if f.ID != head.ID || f.Title != "Talks" || len(f.Authors) != 1 || f.UpdatedParsed == nil {
		t.Errorf("head: %+v", f)
	}
	seen := map[string]bool{}
	last := f.UpdatedParsed.Add(time.Hour)
	for _, e := range f.Entries {
		if seen[e.ID] = true; e.ID == "" || e.Title == "" || e.UpdatedParsed == nil || e.Content == nil || e.Content.Value == "" {
			t.Errorf("an entry lacks what it must have: %+v", e)
			continue
		}
		if e.UpdatedParsed.After(last) {
			t.Errorf("%s comes after an older entry", e.ID)
		}
		last = *e.UpdatedParsed
		if len(e.Links) == 0 || !strings.HasPrefix(e.Links[0].Href, head.Base+"/") {
			t.Errorf("%s leads nowhere: %+v", e.ID, e.Links)
		}
	}
	if len(seen) != len(f.Entries) || !seen["urn:rapporteur:quote:q1"] || !seen["urn:rapporteur:report:r1"] || seen["urn:rapporteur:quote:q5"] {
		t.Errorf("entries: %v", seen)
	}
}

// TestXMLReadsHostileWords: encoding/xml, strict, finds no element but ours.
func TestXMLReadsHostileWords(t *testing.T) {
	r := publishtest.Hostile()
	r.Quotes[0].Text += "\x00\x0b\uFFFE]]><![CDATA[&#0;"
	b := written(t, r, Head{ID: "urn:x", Title: publishtest.Attack + "\x00", Self: "http://127.0.0.1/?q=%22&x=<"}, store.Filter{})
	ours := map[string]bool{"feed": true, "id": true, "title": true, "updated": true, "author": true, "name": true, "link": true, "generator": true, "entry": true, "category": true, "content": true}
	dec := xml.NewDecoder(bytes.NewReader(b))
	entries := 0
	for {
		tok, err := dec.Token()
		if tok == nil {
			if err.Error() != "EOF" {
				t.Fatal(err)
			}
			break
		}
		if s, ok := tok.(xml.StartElement); ok {
			if !ours[s.Name.Local] || s.Name.Space != "http://www.w3.org/2005/Atom" {
				t.Errorf("an element %v", s.Name)
			}
			if s.Name.Local == "entry" {
				entries++
			}
			for _, a := range s.Attr {
				if strings.HasPrefix(a.Value, "javascript:") {
					t.Errorf("an address %s", a.Value)
				}
			}
		}
	}
	if entries != 7 { // report, story, quote, position, event, figure, difference
		t.Errorf("%d entries, want 7", entries)
	}
}

func TestOnlyTheLatestStay(t *testing.T) {
	h := head
	h.Most = 3
	f, err := (&atom.Parser{}).Parse(bytes.NewReader(written(t, publishtest.Rich(), h, store.Filter{})))
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Entries) != 3 || f.Entries[2].UpdatedParsed.Format(time.DateOnly) != "2031-05-16" {
		t.Errorf("%d entries, the last of %s", len(f.Entries), f.Entries[len(f.Entries)-1].Updated)
	}
}
