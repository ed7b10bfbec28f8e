package eval

import (
	"fmt"
	"io"
	"path/filepath"

	"rapporteur/internal/annotate"
	"rapporteur/internal/relate/identity"
)

// DataTable scores quotes, times and names on the sets of a folder of data,
// laid out as docs/training.md says (quotes/polnear, times/wikiwars, names),
// and prints a paragraph a set. A set that is not there is named and passed
// over; an error is one of reading or printing.
func DataTable(w io.Writer, an *annotate.Annotator, data string) error {
	for _, set := range []struct {
		title string
		print func() error
	}{
		{"Quotes: political news of 2016 (PolNeAR, dev)", func() error { return quotesTable(w, an, filepath.Join(data, "quotes", "polnear", "dev")) }},
		{"Times: histories of wars (WikiWars)", func() error {
			_, err := TimesOfWikiWars(w, an, filepath.Join(data, "times", "wikiwars"), nil)
			return err
		}},
		{"Times: news of our own", func() error {
			_, _, err := TimesOfNews(w, an, nil)
			return err
		}},
		{"Names: two spellings, one person or two", func() error { return namesTable(w, filepath.Join(data, "names")) }},
	} {
		fmt.Fprintln(w, set.title)
		if err := set.print(); err != nil {
			fmt.Fprintf(w, "left out: %v\n", err)
		}
		if _, err := fmt.Fprintln(w); err != nil {
			return err
		}
	}
	return nil
}

func quotesTable(w io.Writer, an *annotate.Annotator, dir string) error {
	docs, err := ReadBrat(dir)
	if err != nil {
		return err
	}
	_, err = QuotesOfBrat(w, an, docs)
	return err
}

// namesTable prints precision and recall on names in the news, and on the half
// of a sanctions list on which no threshold was set.
func namesTable(w io.Writer, dir string) error {
	row := func(what string, pairs []NamePair) {
		c, _ := ScoreNames(pairs, identity.AcceptAlone)
		same := 0
		for _, p := range pairs {
			same += count(p.Same)
		}
		fmt.Fprintf(w, "%-18s P %5.1f R %5.1f of %d pairs, %d of them one person\n", what, 100*c.P(), 100*c.R(), len(pairs), same)
	}
	row("names in the news", NewsPairs())
	odd, err := SanctionPairs(filepath.Join(dir, "ofac_sdn.csv"), filepath.Join(dir, "ofac_alt.csv"), true)
	if err != nil {
		return err
	}
	row("sanctions list", odd)
	row("both", append(NewsPairs(), odd...))
	return nil
}
