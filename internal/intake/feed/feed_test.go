package feed

import (
	"strings"
	"testing"
)

const rss = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Vell Post</title><link>https://post.example/</link><language>en</language>
<item><title>Ferry strike ends &amp;amp; bread comes</title><link>https://post.example/1</link><pubDate>Sat, 03 May 2031 14:05:00 GMT</pubDate><author>Ada Poole</author><content:encoded><![CDATA[<p>The crews went back.</p>]]></content:encoded></item>
<item><title>Bread & fish</title><link>https://post.example/2</link><description>There is bread again.</description></item>
</channel></rss>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Vell Post</title><link href="https://post.example/"/><entry><title>Ferry strike ends</title><id>tag:1</id><link href="/p/1"/><updated>2031-05-03T10:00:00Z</updated><content type="html">&lt;p&gt;The crews went back.&lt;/p&gt;</content></entry></feed>`

func show(items []*Item) string {
	var b strings.Builder
	for _, it := range items {
		b.WriteString(strings.Join([]string{it.Title, it.URL, it.Published.Value, it.Outlet, it.Body}, "|"))
		for _, f := range it.Findings {
			b.WriteString("!" + f.Code)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		cut            bool
	}{
		{"RSS", rss, "Ferry strike ends & bread comes|https://post.example/1|2031-05-03T14:05|Vell Post|<p>The crews went back.</p>\nBread & fish|https://post.example/2||Vell Post|There is bread again.!summary-only\n", false},
		{"Atom with an address below the feed's", atom, "Ferry strike ends|https://post.example/p/1|2031-05-03T10:00|Vell Post|<p>The crews went back.</p>\n", false},
		{"cut off", rss[:strings.LastIndex(rss, "<description>")], "Ferry strike ends & bread comes|https://post.example/1|2031-05-03T14:05|Vell Post|<p>The crews went back.</p>\n", true},
	} {
		items, cut, err := Read(c.in)
		if got := show(items); err != nil || got != c.want || cut != c.cut {
			t.Errorf("%s: %v, cut %v\n%swant\n%s", c.name, err, cut, got, c.want)
		}
	}
	if _, _, err := Read("<rss><chan"); err == nil {
		t.Error("a feed without a whole entry is read")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(rss)
	f.Add(atom)
	f.Add("<rdf:RDF><item></item>")
	f.Fuzz(func(t *testing.T, s string) {
		items, _, err := Read(s)
		if err != nil && len(items) > 0 {
			t.Fatal("entries and an error")
		}
	})
}
