package annotate_test

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"rapporteur/internal/annotate"
	"rapporteur/internal/annotate/annotatetest"
	"rapporteur/internal/models"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// printed is one affair as several outlets print it: the same sentences among
// others, at other places, in a headline, with other gaps.
func printed() (texts []string) {
	shared := []string{
		"Mirenia's envoy left Lutava on Tuesday.",
		"\"We won't sign,\" Ada Brenn told reporters in Osk.",
		"Envoys Leave Lutava After Mirenia Talks Fail",
		"The U.S. envoy didn't say when the two sides' talks would go on...",
		"Mirenia's  envoy left Lutava on Tuesday.",
	}
	for i := range 8 {
		var b strings.Builder
		for k := range shared {
			fmt.Fprintf(&b, "%s\n\nOnly outlet %d has seen the %d ships. ", shared[(i*k+k)%len(shared)], i, k+7)
			b.WriteString(shared[(i+k)%len(shared)])
			b.WriteString(strings.Repeat("\n\n", k%2+1))
		}
		texts = append(texts, b.String())
	}
	return texts
}

func document(body string) *news.Document {
	return &news.Document{Text: body, Language: "en", Blocks: []news.Block{{Span: text.At(0, len(body))}}}
}

// weights are those of the program, unpacked once.
var weights = sync.OnceValues(models.Load)

func remembering(t testing.TB, tokens int) *annotate.Annotator {
	set, err := weights()
	if err != nil {
		t.Fatal(err)
	}
	an, err := annotate.New(annotate.Weights(set))
	if err != nil {
		t.Fatal(err)
	}
	an.Remember(tokens)
	return an
}

// What was read before is read as it would be anew, whether much or little is
// remembered and whoever else reads.
func TestRemembered(t *testing.T) {
	var want []*news.Analysis
	for _, body := range printed() {
		want = append(want, annotatetest.Annotator().Annotate(document(body)))
	}
	for _, tokens := range []int{1 << 20, 120, 0} {
		an := remembering(t, tokens)
		var all sync.WaitGroup
		for range 2 {
			all.Go(func() {
				for i, body := range printed() {
					got := an.Annotate(document(body))
					if !reflect.DeepEqual(got, want[i]) {
						t.Errorf("%d tokens remembered: report %d is read otherwise: %q", tokens, i, body)
					}
				}
			})
		}
		all.Wait()
		if known := an.Known(want[0]); tokens != 120 && (known > 0) != (tokens > 0) {
			t.Errorf("%d tokens remembered: %d sentences of the first report are known at the end", tokens, known)
		}
	}
}

// A report leaves nothing behind but its sentences: what is kept does not hold
// on to its text, and more than the limit is not kept.
func TestRememberedIsBounded(t *testing.T) {
	an := remembering(t, 1000)
	for i := range 300 {
		an.Annotate(document(fmt.Sprintf("Envoy %d left Lutava with %d guards. %s.", i, i+1, strings.Repeat("and ", 300))))
	}
	if got := an.Remembered(); got > 1000 || got < 400 {
		t.Errorf("%d tokens are remembered of 1000", got)
	}
}
