package language

import "testing"

func TestOf(t *testing.T) {
	for _, c := range []struct{ text, declared, want string }{
		{"The ministers of both countries said on Monday that they will meet in the port of Vell to talk about the ferries and the fish.", "", "en"},
		{"The ministers of both countries said on Monday that they will meet in the port of Vell to talk about the ferries and the fish.", "ru", "en"},
		{"Die Minister der beiden Länder sagten am Montag, dass sie sich im Hafen von Vell treffen und über die Fähren sprechen werden.", "en", "de"},
		{"Les ministres des deux pays ont dit lundi qu'ils se rencontreront dans le port de Vell pour parler des ferries et de la pêche.", "", "fr"},
		{"Los ministros de los dos países dijeron el lunes que se reunirán en el puerto de Vell para hablar de los barcos y de la pesca.", "", "es"},
		{"Министры обеих стран заявили в понедельник, что они встретятся в порту Велль и будут говорить о паромах и о рыбе.", "", "ru"},
		{"Міністри обох країн заявили в понеділок, що вони зустрінуться в порту Велль і будуть говорити про пороми та про рибу.", "", "uk"},
		{"قال وزراء البلدين يوم الاثنين إنهم سيجتمعون في ميناء فيل للحديث عن العبارات والأسماك", "", "ar"},
		{"两国部长周一表示，他们将在韦尔港会面，讨论渡轮和鱼类问题，双方还将讨论港口的未来以及渔民的生计。这是他们今年首次举行会谈，会谈将持续两天。", "", "zh"},
		{"両国の大臣は月曜日、フェリーと魚について話し合うためにヴェル港で会うと述べた。港の将来についても話し合う予定だ。会談は二日間続く見通しである。", "", "ja"},
		{"Vell", "en-GB", "en"},
		{"Vell", "English", "en"},
		{"Vell", "", ""},
		{"", "", ""},
	} {
		if got := Of(c.text, c.declared); got != c.want {
			t.Errorf("Of(%.40q, %q) = %q, want %q", c.text, c.declared, got, c.want)
		}
	}
}

// The tables are data: a word twice in one line, or a language without words
// for a script that several share, is a slip.
func TestWords(t *testing.T) {
	tab := words()
	if len(tab.tags) > 64 {
		t.Fatalf("%d languages do not fit the bits of a word", len(tab.tags))
	}
	for _, s := range scripts {
		if s.tag != "Latin" && s.tag != "Cyrillic" && tab.names[s.tag] == "" {
			t.Errorf("script %s has no name in words.txt", s.tag)
		}
	}
	if Name("de") != "German" || Name("xx") != `language "xx"` {
		t.Errorf("Name: %q, %q", Name("de"), Name("xx"))
	}
}

func FuzzOf(f *testing.F) {
	f.Add("The ferry of Vell", "en")
	f.Add("Паром", "")
	f.Add("\xff\xfe", "x-y")
	f.Fuzz(func(t *testing.T, text, declared string) {
		if got := Of(text, declared); len(got) > 3 {
			t.Fatalf("%q is no primary tag", got)
		}
	})
}
