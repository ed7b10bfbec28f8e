package html

import (
	"encoding/json"
	"io"
	"strings"
)

// linked is what a page's JSON-LD says of the article: the first that is said
// of each counts.
type linked struct {
	headline, author, publisher, published, modified, url, language, body string
}

const (
	linkedMost  = 2 << 20 // bytes of one block
	linkedDepth = 12
)

// read reads one <script type="application/ld+json">. Pages get it wrong in
// many ways; what does not parse even when mended is searched for the dates
// and the headline.
func (l *linked) read(script string) {
	if len(script) > linkedMost {
		return
	}
	script = uncomment(script)
	if l.decode(script) || l.decode(mend(script)) {
		return
	}
	l.headline = either(l.headline, grab(script, "headline"))
	l.published = either(l.published, grab(script, "datePublished"))
	l.modified = either(l.modified, grab(script, "dateModified"))
}

// decode reads one value after the other; false when the first is broken.
func (l *linked) decode(s string) bool {
	d := json.NewDecoder(strings.NewReader(s))
	for n := 0; ; n++ {
		var v any
		if err := d.Decode(&v); err != nil {
			return n > 0 || err == io.EOF
		}
		l.visit(v, 0)
	}
}

// visit looks for articles in v: at the top, in arrays, below @graph and where
// a page names its main thing.
func (l *linked) visit(v any, depth int) {
	if depth > linkedDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			l.visit(item, depth+1)
		}
	case map[string]any:
		if isType(v["@type"], "article", "posting", "report") {
			l.take(v)
		}
		if isType(v["@type"], "newsmediaorganization") {
			l.publisher = either(l.publisher, name(v["name"], 0))
		}
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate"} {
			if key != "liveBlogUpdate" || l.body == "" {
				l.visit(v[key], depth+1)
			}
		}
	}
}

// isType reports whether a @type, one or several, ends in one of the endings:
// NewsArticle, ReportageNewsArticle, BlogPosting.
func isType(v any, endings ...string) bool {
	switch v := v.(type) {
	case string:
		t := strings.ToLower(v)
		for _, e := range endings {
			if strings.HasSuffix(t, e) {
				return true
			}
		}
	case []any:
		for _, t := range v {
			if s, ok := t.(string); ok && isType(s, endings...) {
				return true
			}
		}
	}
	return false
}

func (l *linked) take(v map[string]any) {
	l.headline = either(l.headline, either(name(v["headline"], 0), name(v["name"], 0)))
	l.author = either(l.author, name(v["author"], 0))
	l.publisher = either(l.publisher, name(v["publisher"], 0))
	l.published = either(l.published, either(name(v["datePublished"], 0), name(v["dateCreated"], 0)))
	l.modified = either(l.modified, name(v["dateModified"], 0))
	l.url = either(l.url, name(v["url"], 0))
	l.language = either(l.language, name(v["inLanguage"], 0))
	l.body = either(l.body, name(v["articleBody"], 0))
}

// name reads a value as words: a string, the name of a thing, the names of
// several.
func name(v any, depth int) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case map[string]any:
		if depth < 3 {
			return either(name(v["name"], depth+1), name(v["@value"], depth+1))
		}
	case []any:
		var all []string
		for _, item := range v {
			if s := name(item, depth+1); s != "" && depth < 3 && !strings.Contains(s, "://") {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}

// uncomment takes off what wraps the JSON: HTML comments, CDATA, a script's
// own comment marks.
func uncomment(s string) string {
	s = strings.TrimSpace(s)
	for _, mark := range [...]string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "//"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, mark))
	}
	for _, mark := range [...]string{"//-->", "-->", "/*]]>*/", "//]]>", "]]>", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, mark))
	}
	return s
}

// mend repairs what hand-made templates break: line ends and tabs inside
// strings, commas before a closing bracket.
func mend(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	in, escaped := false, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case escaped:
			escaped = false
		case in && c == '\\':
			escaped = true
		case c == '"':
			in = !in
		case in && c < ' ':
			b.WriteByte(' ')
			continue
		case !in && c == ',' && closes(s[i+1:]):
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// closes reports whether the next byte that is no space closes a bracket.
func closes(s string) bool {
	s = strings.TrimLeft(s[:min(len(s), 400)], " \t\r\n")
	return s != "" && (s[0] == '}' || s[0] == ']')
}

// grab is the string behind "key": in text that is no JSON.
func grab(s, key string) string {
	_, rest, found := strings.Cut(s, `"`+key+`"`)
	if !found {
		return ""
	}
	rest = strings.TrimLeft(rest, " \t\r\n:")
	if !strings.HasPrefix(rest, `"`) {
		return ""
	}
	value, _, found := strings.Cut(rest[1:], `"`)
	if !found || len(value) > 500 {
		return ""
	}
	return value
}
