package site

import (
	"regexp"
	"strings"
	"testing"

	"rapporteur/internal/publish/page"
	"rapporteur/internal/publish/publishtest"
)

// The lines under marked words reach the contrast of 3 that WCAG 2.2 AA asks of
// what is no text, by light and by dark.
func TestMarksCanBeSeen(t *testing.T) {
	own, err := assets.ReadFile("assets/site.css")
	if err != nil {
		t.Fatal(err)
	}
	lightOwn, darkOwn, ok1 := strings.Cut(string(own), "@media (prefers-color-scheme: dark)")
	darkOwn, _, ok2 := strings.Cut(darkOwn, "\n")
	light, dark, ok3 := strings.Cut(page.CSS(), "@media (prefers-color-scheme: dark)")
	if !ok1 || !ok2 || !ok3 {
		t.Fatal("the style sheets are cut otherwise")
	}
	for scheme, css := range map[string]string{"light": light + lightOwn, "dark": dark + darkOwn} {
		colors := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z-]+):\s*#([0-9a-f]{6});`).FindAllStringSubmatch(css, -1) {
			colors[m[1]] = m[2]
		}
		for _, name := range []string{"quote", "position", "event", "figure", "credit", "office"} {
			a, b := publishtest.Luminance(t, colors[name]), publishtest.Luminance(t, colors["paper"])
			if c := (max(a, b) + .05) / (min(a, b) + .05); c < 3 {
				t.Errorf("%s: %s has contrast %.2f", scheme, name, c)
			}
		}
	}
}
