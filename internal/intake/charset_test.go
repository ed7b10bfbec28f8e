package intake

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// One report in many encodings is one text.
func TestEncodings(t *testing.T) {
	russian := "Экипажи паромов в понедельник вернулись к работе, сообщила компания. «Мы довольны», — сказала Сигне Хольт, которая руководит профсоюзом.\n\nБилеты снова продаются во всех портах островов."
	western := "Die Fährleute kehrten am Montag zurück, hieß es. „Wir sind zufrieden“, sagte Signe Holt – sie führt die Gewerkschaft – über die Löhne.\n\nEs gibt wieder Fahrscheine für Überfahrten."
	for _, c := range []struct {
		name, text string
		e          encoding.Encoding
	}{
		{"utf-8", russian, encoding.Nop},
		{"utf-8 with a mark", russian, unicode.UTF8BOM},
		{"utf-16le with a mark", russian, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"utf-16be with a mark", russian, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"utf-16le without", western, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"utf-16be without", western, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"windows-1251", russian, charmap.Windows1251},
		{"koi8-r", strings.NewReplacer("«", "\"", "»", "\"", "—", "-").Replace(russian), charmap.KOI8R},
		{"windows-1252", western, charmap.Windows1252},
	} {
		b, err := c.e.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(c.name, err)
		}
		for d, err := range Read(context.Background(), []string{"-"}, strings.NewReader(b), Options{}) {
			if err != nil || strings.ReplaceAll(d.Text, "\n\n", "\n") != strings.ReplaceAll(c.text, "\n\n", "\n") {
				t.Errorf("%s: %v %.300q", c.name, err, d.Text)
			}
		}
	}
}

func TestADeclaredEncodingIsBelieved(t *testing.T) {
	page := "<html><head><meta charset=windows-1251><title>Забастовка</title></head><body><article><p>" + strings.Repeat("Экипажи паромов в понедельник вернулись к работе, сообщила компания. ", 6) + "</p></article></body></html>"
	b, err := charmap.Windows1251.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	for d, err := range Read(context.Background(), []string{"-"}, strings.NewReader(b), Options{}) {
		if err != nil || d.Title != "Забастовка" || !strings.Contains(d.Text, "вернулись к работе") || d.Language != "ru" {
			t.Errorf("%v %+v", err, d)
		}
	}
}

func TestDamagedUTF8IsReadAndTold(t *testing.T) {
	in := "The crews – all of them – went back to work on Monday, “content”, as they said, with what the \xff company gave – so far – to them and theirs “for good”."
	for d, err := range Read(context.Background(), []string{"-"}, strings.NewReader(in), Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		codes := ""
		for _, f := range d.Findings {
			codes += f.Code + " "
		}
		if !strings.Contains(d.Text, "the \ufffd company") || !strings.Contains(codes, "undecodable-bytes") {
			t.Errorf("%s: %s", codes, d.Text)
		}
	}
}
