package draft

import (
	"testing"
	"unicode/utf8"

	"rapporteur/internal/news"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ phrase, value, code string }{
		{"2031-05-03", "2031-05-03", ""},
		{"2031-05-03T14:05:00+03:00", "2031-05-03T14:05", ""},
		{"2031-05-03T00:00:00", "2031-05-03", ""},
		{"2031-05-03 23:10", "2031-05-03T23:10", ""},
		{"20310503", "2031-05-03", ""},
		{"2031/5/3", "2031-05-03", ""},
		{"Sat, 03 May 2031 14:05:00 GMT", "2031-05-03T14:05", ""},
		{"3 May 2031 14.05 BST", "2031-05-03T14:05", ""},
		{"3rd of May, 2031", "2031-05-03", ""},
		{"May. 3, 2031, 2:05 PM EST", "2031-05-03T14:05", ""},
		{"Sept 3 2031 12:05 a.m.", "2031-09-03T00:05", ""},
		{"Published: Saturday 3 May 2031", "2031-05-03", ""},
		{"03-May-2031", "2031-05-03", ""},
		{"23/05/2031", "2031-05-23", ""},
		{"05/23/2031", "2031-05-23", ""},
		{"05/05/2031", "2031-05-05", ""},
		{"03/05/2031", "", DateAmbiguous},
		{"1935589500", "2031-05-03T15:45", ""},
		{"1935589500000", "2031-05-03T15:45", ""},
		{"9999-12-31", "", DateImplausible},
		{"0001-01-01T00:00:00", "", DateImplausible},
		{"2031-02-31", "", DateImplausible},
		{"31 February 2031", "", DateImplausible},
		{"yesterday", "", DateUnreadable},
		{"12:05", "", DateUnreadable},
		{"", "", DateUnreadable},
	} {
		value, code := ParseDate(c.phrase)
		if value != c.value || code != c.code {
			t.Errorf("ParseDate(%q) = %q, %q; want %q, %q", c.phrase, value, code, c.value, c.code)
		}
	}
}

func TestPublishKeepsTheFirstDateAndNamesBadOnes(t *testing.T) {
	var r Report
	r.Publish("some day", news.Given)
	r.Publish("2031-05-03", news.Given)
	r.Publish("2031-06-07", news.Page)
	want := news.Stamp{Value: "2031-05-03", Phrase: "2031-05-03", Basis: news.Given}
	if r.Published != want {
		t.Errorf("published %+v, want %+v", r.Published, want)
	}
	if len(r.Findings) != 1 || r.Findings[0].Code != DateUnreadable {
		t.Errorf("findings %+v, want one %s", r.Findings, DateUnreadable)
	}
}

func TestCanon(t *testing.T) {
	for _, c := range []struct {
		in, want string
		traces   Traces
	}{
		{"plain words", "plain words", Traces{}},
		{"  two\t\tlines\n and\u00a0a\u2009space ", "two lines and a space", Traces{}},
		{"soft\u00adhyphen, zero\u200bwidth, \ufeffmark", "softhyphen, zerowidth, mark", Traces{}},
		{"Lo\u0301di", "L\u00f3di", Traces{}},
		{"a\x00b\x07c", "abc", Traces{NUL: true}},
		{"a \u202edlow b", "a \u202edlow b", Traces{Bidi: true}},
		{"bad \xff byte", "bad \ufffd byte", Traces{Bad: true}},
		{"\u0645\u06cc\u200c\u062f\u0627\u0646", "\u0645\u06cc\u200c\u062f\u0627\u0646", Traces{}}, // the joiner is spelling
	} {
		var got Traces
		if s := Canon(c.in, &got); s != c.want || got != c.traces {
			t.Errorf("Canon(%q) = %q %+v, want %q %+v", c.in, s, got, c.want, c.traces)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2031-05-03", "3 May 2031 14:05", "99999-99-99", "May", "1/1/1", "20310503T1405"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		value, code := ParseDate(s)
		if (value == "") == (code == "") {
			t.Fatalf("%q gives value %q and code %q", s, value, code)
		}
		if value != "" && (news.Stamp{Value: value}).Day().IsZero() {
			t.Fatalf("%q gives %q, which is no day", s, value)
		}
	})
}

func FuzzCanon(f *testing.F) {
	f.Add("a  b\u00a0c")
	f.Add("\xff\x00 \u202e")
	f.Add("ÃÂÂ© â€ Ã\u200b© A\u0303© â\u200b€\u009d Ãâ€.")
	f.Fuzz(func(t *testing.T, s string) {
		var traces, again Traces
		once := Canon(s, &traces)
		if !utf8.ValidString(once) {
			t.Fatalf("%q gives invalid %q", s, once)
		}
		if twice := Canon(once, &again); twice != once {
			t.Fatalf("%q gives %q, and that gives %q", s, once, twice)
		}
	})
}

func TestCanonPutsRightWhatWasEncodedTwice(t *testing.T) {
	for in, want := range map[string]string{
		"Itâ€™s in MÃ¡laga":              "It’s in Málaga",
		"â€œNoâ€\u009d, he said":         "“No”, he said",
		"2031 â€“ Â£40":                  "2031 – £40",
		"the mayor of SÃ£o Tarn":         "the mayor of São Tarn",
		"Ão, Âme, château, «Â, Ã» apart": "Ão, Âme, château, «Â, Ã» apart",
		"he said â€œnoâ€, and left":      "he said “no”, and left",
		"la fÃªte Ã\u00a0 Tarn":          "la fête à Tarn",
		"Ã":                              "Ã",
		"for â and Ã stand":              "for â and Ã stand",
	} {
		var traces Traces
		got := Canon(in, &traces)
		if got != want {
			t.Errorf("Canon(%q) = %q, want %q", in, got, want)
		}
		if traces.Twice != (got != in) {
			t.Errorf("Canon(%q) says Twice %v", in, traces.Twice)
		}
	}
}
