package site

import (
	"crypto/sha256"
	"crypto/subtle"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"rapporteur/internal/publish/api"
)

// policy lets a page load our style, our script and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// maxAddress is how long an address may be, with its query.
const maxAddress = 4096

// guard lets questions through that may be answered.
func (t *Site) guard(next http.Handler) http.Handler {
	busy := make(chan struct{}, max(t.opt.Busy, 0)+512*(1-min(t.opt.Busy, 1)))
	pace := newPace(t.opt.Rate)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protect(w.Header())
		if p := t.refusal(r, pace); p != nil {
			t.refuse(w, r, p)
			return
		}
		select {
		case busy <- struct{}{}:
			defer func() { <-busy }()
		default:
			w.Header().Set("Retry-After", "1")
			t.refuse(w, r, api.NewProblem("busy", "Too many questions at once", http.StatusServiceUnavailable, "ask again in a second"))
			return
		}
		if r.Method == http.MethodPost {
			r.Body = http.MaxBytesReader(w, r.Body, api.MaxBody)
		} else if r = r.WithContext(t.shelf.Hold(r.Context())); t.unchanged(w, r) {
			return
		}
		next.ServeHTTP(w, r)
	})
}

func protect(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin") // with none, forms would not say where they come from
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "private, no-cache")
	h.Set("Vary", "Authorization, Cookie, Sec-Fetch-Site")
}

// refusal is why a question is not answered; nil when it is.
func (t *Site) refusal(r *http.Request, pace *pace) *api.Problem {
	writes := r.Method == http.MethodPost && t.takes(r.URL.Path)
	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodHead && !writes:
		p := api.NewProblem("method", "Only reading is done here", http.StatusMethodNotAllowed, "this method is not understood")
		p.Allowed = []string{http.MethodGet, http.MethodHead}
		return p
	case r.ContentLength != 0 && !writes:
		return api.NewProblem("body", "A question has no body", http.StatusRequestEntityTooLarge, "ask with the address alone")
	case len(r.RequestURI) > maxAddress:
		return api.NewProblem("address", "The address is too long", http.StatusRequestURITooLong, "it may have 4096 bytes")
	case t.opt.Token == "" && !ownHost(r.Host):
		return api.NewProblem("host", "This is not the server that was asked for", http.StatusMisdirectedRequest,
			"without a token only localhost, 127.0.0.1 and [::1] are answered")
	case !writes && fromElsewhere(r):
		return api.NewProblem("site", "Another site asks", http.StatusForbidden, "follow a link, or ask without a browser")
	case !pace.allows(r.RemoteAddr):
		return api.NewProblem("rate", "Too many questions", http.StatusTooManyRequests, "ask again in a second")
	case t.opt.Token != "" && !t.knows(r):
		return api.NewProblem("token", "A token is needed", http.StatusUnauthorized, "send it as a bearer token, or as the password of any user")
	case writes:
		return t.refusedWrite(r)
	}
	return nil
}

// ownHost says whether a Host header names this machine, so that no foreign
// name that points here is answered.
func ownHost(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.Trim(strings.ToLower(strings.TrimSuffix(host, ".")), "[]")
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// fromElsewhere says whether a page of another site asks, other than by a link
// that somebody follows.
func fromElsewhere(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		o := r.Header.Get("Origin")
		return o != "" && o != "http://"+r.Host && o != "https://"+r.Host
	}
	return r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
}

// knows says whether r brings the token; the time that it takes tells nothing.
func (t *Site) knows(r *http.Request) bool {
	got, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		_, got, _ = r.BasicAuth()
	}
	a, b := sha256.Sum256([]byte(got)), sha256.Sum256([]byte(t.opt.Token))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// refuse answers with a problem: as JSON to programs, as a page to people.
func (t *Site) refuse(w http.ResponseWriter, r *http.Request, p *api.Problem) {
	switch p.Status {
	case http.StatusUnauthorized:
		w.Header().Set("WWW-Authenticate", `Basic realm="rapporteur", charset="UTF-8"`)
	case http.StatusMethodNotAllowed:
		w.Header().Set("Allow", "GET, HEAD")
	case http.StatusTooManyRequests:
		w.Header().Set("Retry-After", "1")
	}
	if !wantsPage(r) {
		p.Write(w)
		return
	}
	t.problem(w, p)
}

func wantsPage(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Accept"), "text/html") && !strings.HasPrefix(r.URL.Path, "/api/") && !strings.HasSuffix(r.URL.Path, ".json")
}

// unchanged answers 304 to who has seen this record as this build shows it.
func (t *Site) unchanged(w http.ResponseWriter, r *http.Request) bool {
	if r.URL.Path == "/style.css" || r.URL.Path == "/keys.js" {
		return false
	}
	sum := sha256.Sum256([]byte(t.shelf.Held(r.Context()).Mark() + "\x00" + t.pageMark() + "\x00" + strconv.FormatBool(t.opt.Desk.Busy())))
	mark := `"` + string(hexed(sum[:8])) + `"`
	w.Header().Set("ETag", mark)
	for seen := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
		if seen = strings.TrimSpace(seen); strings.TrimPrefix(seen, "W/") == mark {
			w.WriteHeader(http.StatusNotModified)
			return true
		}
	}
	return false
}

func hexed(b []byte) []byte {
	const digits = "0123456789abcdef"
	out := make([]byte, 0, 2*len(b))
	for _, c := range b {
		out = append(out, digits[c>>4], digits[c&15])
	}
	return out
}

// pace counts what addresses ask: each has a bucket of tokens that fills again.
type pace struct {
	rate float64
	mu   sync.Mutex
	left map[string]bucket
}

type bucket struct {
	tokens float64
	at     time.Time
}

// maxBuckets bounds the addresses that are remembered.
const maxBuckets = 4096

func newPace(rate float64) *pace { return &pace{rate: rate, left: map[string]bucket{}} }

func (p *pace) allows(remote string) bool {
	if p.rate <= 0 {
		return true
	}
	host, _, err := net.SplitHostPort(remote)
	if err != nil {
		host = remote
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now, burst := time.Now(), 5*p.rate
	b, met := p.left[host]
	if !met {
		if len(p.left) >= maxBuckets {
			clear(p.left)
		}
		b = bucket{burst, now}
	}
	b.tokens = min(burst, b.tokens+p.rate*now.Sub(b.at).Seconds()) - 1
	b.at = now
	ok := b.tokens >= 0
	b.tokens = max(b.tokens, 0)
	p.left[host] = b
	return ok
}
