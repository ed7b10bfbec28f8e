package record

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// TestContractNamesEveryField holds docs/record.md to the types: each field
// that an export prints stands in it, between backticks or in an example.
func TestContractNamesEveryField(t *testing.T) {
	b, err := os.ReadFile("../../docs/record.md")
	if err != nil {
		t.Fatal(err)
	}
	contract := string(b)
	seen := map[reflect.Type]bool{}
	for _, line := range []any{Report{}, Origin{}, Story{}, Entity{}, TimeLine{}, Quote{}, Position{}, Event{}, Figure{}, Difference{}, Merged{}, Decision{}} {
		checkFields(t, reflect.TypeOf(line), contract, seen)
	}
	if len(seen) < 20 {
		t.Errorf("only %d types were looked at", len(seen))
	}
}

func checkFields(t *testing.T, typ reflect.Type, contract string, seen map[reflect.Type]bool) {
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice || typ.Kind() == reflect.Array {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct || seen[typ] {
		return
	}
	seen[typ] = true
	for i := range typ.NumField() {
		f := typ.Field(i)
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			named := regexp.MustCompile("[`\"{ ]" + name + "[`\", ]")
			if !named.MatchString(inCode(contract)) {
				t.Errorf("docs/record.md does not name the field %q of %s", name, typ.Name())
			}
		}
		checkFields(t, f.Type, contract, seen)
	}
}

var code = regexp.MustCompile("`[^`\n]+`")

// inCode is all that stands between backticks.
func inCode(markdown string) string {
	return strings.Join(code.FindAllString(markdown, -1), " ")
}
