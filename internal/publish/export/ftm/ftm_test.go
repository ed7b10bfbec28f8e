package ftm

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"rapporteur/internal/publish/export/exporttest"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

func written(t testing.TB, r *record.Record, f store.Filter) []byte {
	src := exporttest.Of(t, r, f)
	return exporttest.Bytes(t, func(b *bytes.Buffer) error { return Write(b, src) })
}

func read(t testing.TB, b []byte) map[string]entity {
	t.Helper()
	all := map[string]entity{}
	for line := range strings.Lines(string(b)) {
		var e entity
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		if _, twice := all[e.ID]; twice || e.ID == "" || e.Schema == "" {
			t.Errorf("%q stands twice, or has no id or schema", line)
		}
		all[e.ID] = e
	}
	return all
}

func TestTheRecordAsEntities(t *testing.T) {
	all := read(t, written(t, publishtest.Rich(), store.Filter{}))
	for id, want := range map[string]string{"r1": "Article", "toland": "Person", "karsk": "PublicBody", "ilvane": "Address", "meridian": "Organization",
		"ev1": "Event", "q1-in-r1": "Documentation", "po1-in-r1": "Documentation", "toland-in-r1": "Mention", "ilvane-in-r1": "Documentation", "harn-post-1": "Position", "harn-holds-1": "Occupancy"} {
		if all[id].Schema != want {
			t.Errorf("%s is a %q, want %s", id, all[id].Schema, want)
		}
	}
	for id, want := range map[string][2]string{
		"r1": {"publishedAt", "2031-05-12"}, "ev2": {"date", "2031-05-16"}, "ev6": {"date", "2029-03"}, "ev1": {"involved", "toland"}, "ev3": {"location", "Brenn"},
		"q1-in-r1": {"entity", "toland"}, "po1-in-r1": {"role", "position: demand"}, "harn": {"alias", "Joseph Harn"}, "harn-post-1": {"name", "envoy, Karsk"},
	} {
		if got := all[id].Properties[want[0]]; !strings.Contains(strings.Join(got, "|"), want[1]) {
			t.Errorf("%s: %s is %q, want %q", id, want[0], got, want[1])
		}
	}
	if _, ok := all["q5-in-r3"]; ok {
		t.Error("a rejected quote is written")
	}
}

// TestWhatIsPointedToIsThere, whatever the filters leave out.
func TestWhatIsPointedToIsThere(t *testing.T) {
	points := []string{"document", "entity", "resolved", "involved", "holder", "post", "organization", "proof"}
	for name, f := range map[string]store.Filter{"all": {}, "events": {Types: []string{record.KindEvent}}, "a story": {Story: "st1"}, "an outlet": {Outlet: "harbour gazette"}, "nothing": {Until: "1900-01-01"}} {
		all := read(t, written(t, publishtest.Rich(), f))
		for _, e := range all {
			for _, p := range points {
				for _, id := range e.Properties[p] {
					if _, ok := all[id]; !ok {
						t.Errorf("%s: %s of %s points to %s, which is not there", name, p, e.ID, id)
					}
				}
			}
		}
	}
}

// TestFollowTheMoneyReadsIt holds every entity to the model itself: schema,
// properties, and that no value is changed when it is cleaned.
func TestFollowTheMoneyReadsIt(t *testing.T) {
	const script = `
import json, sys
from followthemoney import model
entities = [json.loads(l) for l in sys.stdin.buffer.read().decode('utf-8').split('\n') if l]
schemas = {e['id']: model.get(e['schema']) for e in entities}
for e in entities:
    proxy = model.get_proxy(e)
    proxy.schema.validate(e)
    for name, values in e['properties'].items():
        prop = proxy.schema.get(name)
        assert prop is not None, (e['schema'], name)
        for v in values:
            if prop.type.name == 'entity':
                assert schemas[v].is_a(prop.range), (e['id'], name, v, schemas[v].name)
            elif prop.type.name in ('date', 'language', 'url'):
                assert prop.type.clean(v) == v, (e['schema'], name, v, prop.type.clean(v))
            else:
                assert prop.type.clean(v) is not None, (e['schema'], name, v)
print(len(entities))
`
	both := publishtest.Rich()
	for l := range publishtest.Hostile().Lines() {
		if l.LineID() != "r1" && l.LineID() != "q1" && l.LineID() != "ev1" { // which the other has, too
			both.Add(l)
		}
	}
	t.Log("entities read: ", exporttest.Python(t, "followthemoney", script, written(t, both, store.Filter{}), nil))
}
