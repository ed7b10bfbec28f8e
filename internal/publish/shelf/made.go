package shelf

import "sync"

// made keeps what was costly to make, a few of the latest. Readers who ask for
// one thing at once wait for one making of it, however many they are.
type made[K comparable, V any] struct {
	mu  sync.Mutex
	all map[K]func() V
}

// get is what was made for key, or what make makes now; beyond most, all that
// was kept is let go.
func (m *made[K, V]) get(key K, most int, make func() V) V {
	m.mu.Lock()
	v := m.all[key]
	if v == nil {
		if m.all == nil || len(m.all) >= most {
			m.all = map[K]func() V{}
		}
		v = sync.OnceValue(make)
		m.all[key] = v
	}
	m.mu.Unlock()
	return v()
}
