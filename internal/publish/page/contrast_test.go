package page

import (
	"regexp"
	"strings"
	"testing"

	"rapporteur/internal/publish/publishtest"
)

// inks are the pairs of text and ground that the style sheet makes; all must
// reach the contrast of 4.5 that WCAG 2.2 AA asks of small text.
var inks = [][2]string{
	{"ink", "paper"}, {"ink", "card"}, {"soft", "paper"}, {"soft", "card"}, {"accent", "paper"}, {"accent", "card"},
	{"ink", "mark"}, {"ink", "target"}, {"ink", "grey-bg"}, {"soft", "grey-bg"}, {"accent", "grey-bg"},
	{"held", "held-bg"}, {"held", "paper"}, {"plan", "plan-bg"}, {"no", "no-bg"}, {"moved", "moved-bg"}, {"moved", "paper"},
	{"ink", "moved-bg"}, {"ink", "no-bg"},
}

func TestContrast(t *testing.T) {
	light, rest, _ := strings.Cut(css, "@media (prefers-color-scheme: dark)")
	dark, _, _ := strings.Cut(rest, "* { box-sizing")
	for scheme, block := range map[string]string{"light": light, "dark": dark} {
		colors := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z-]+):\s*#([0-9a-f]{3,6});`).FindAllStringSubmatch(block, -1) {
			colors[m[1]] = m[2]
		}
		for _, p := range inks {
			if c := contrast(publishtest.Luminance(t, colors[p[0]]), publishtest.Luminance(t, colors[p[1]])); c < 4.5 {
				t.Errorf("%s: %s on %s has contrast %.2f", scheme, p[0], p[1], c)
			}
		}
	}
}

func contrast(a, b float64) float64 { return (max(a, b) + .05) / (min(a, b) + .05) }
