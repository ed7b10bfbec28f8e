package arch

import (
	"os"
	"strings"
	"testing"
)

const root = "../.."

// orderBlock is the fenced block of ARCHITECTURE.md whose info string is "order".
func orderBlock(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile(root + "/ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(page), "```order\n")
	block, _, closed := strings.Cut(rest, "\n```")
	if !ok || !closed {
		t.Fatal("ARCHITECTURE.md has no ```order block")
	}
	return block
}

func TestImportOrder(t *testing.T) {
	order, err := ParseOrder(orderBlock(t))
	if err != nil {
		t.Fatal(err)
	}
	imports, err := Imports(root, "rapporteur")
	if err != nil {
		t.Fatal(err)
	}
	if len(imports) < 10 {
		t.Fatalf("only %d packages found: the walk is broken", len(imports))
	}
	for _, b := range order.Breaches(imports) {
		t.Error(b)
	}
}

func TestPlannedRoomsStand(t *testing.T) {
	order, err := ParseOrder(orderBlock(t))
	if err != nil {
		t.Fatal(err)
	}
	imports, err := Imports(root, "rapporteur")
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range order {
		if _, ok := imports[pkg]; !ok {
			t.Errorf("ARCHITECTURE.md places %s, which does not exist", pkg)
		}
	}
}

func TestBreaches(t *testing.T) {
	order, err := ParseOrder("NONE < a, b; a < c < d; d, b < e;")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name    string
		imports map[string][]string
		want    string
	}{
		{"as stated", map[string][]string{"c": {"a"}, "d": {"c", "a"}, "e": {"a", "b", "d"}}, ""},
		{"upwards", map[string][]string{"a": {"c"}}, "a imports c"},
		{"sideways", map[string][]string{"a": {"b"}}, "a imports b"},
		{"unplaced", map[string][]string{"f": {}}, "f has no place in the import order"},
	} {
		if got := strings.Join(order.Breaches(test.imports), "; "); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestParseOrderRefuses(t *testing.T) {
	for _, block := range []string{"a;", "b < c;", "NONE < a; a < a;", "NONE < a < b; b < a;", "NONE < a,;"} {
		if _, err := ParseOrder(block); err == nil {
			t.Errorf("%q is taken", block)
		}
	}
}
