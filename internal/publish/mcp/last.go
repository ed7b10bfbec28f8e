package mcp

import (
	"context"
	"sync"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// patient is a transport whose end of questions waits for the answers: who
// writes all questions and closes the pipe still gets what was asked for. The
// library ends a connection as soon as nothing more can come.
type patient struct{ sdk.Transport }

// Connect connects.
func (p patient) Connect(ctx context.Context) (sdk.Connection, error) {
	c, err := p.Transport.Connect(ctx)
	if err != nil {
		return nil, err
	}
	w := &waiting{Connection: c}
	w.none = sync.NewCond(&w.mu)
	return w, nil
}

// waiting counts the questions without an answer.
type waiting struct {
	sdk.Connection
	mu   sync.Mutex
	open int
	none *sync.Cond // open is 0
}

// Read reads the next question; the end comes when all are answered.
func (w *waiting) Read(ctx context.Context) (jsonrpc.Message, error) {
	m, err := w.Connection.Read(ctx)
	if q, ok := m.(*jsonrpc.Request); ok && q.IsCall() {
		w.count(1)
	}
	if err != nil {
		defer context.AfterFunc(ctx, w.none.Broadcast)()
		w.mu.Lock()
		for w.open > 0 && ctx.Err() == nil {
			w.none.Wait()
		}
		w.mu.Unlock()
	}
	return m, err
}

// Write writes an answer.
func (w *waiting) Write(ctx context.Context, m jsonrpc.Message) error {
	err := w.Connection.Write(ctx, m)
	if _, ok := m.(*jsonrpc.Response); ok || err != nil {
		w.count(-1)
	}
	return err
}

func (w *waiting) count(by int) {
	w.mu.Lock()
	w.open += by
	if w.open <= 0 {
		w.none.Broadcast()
	}
	w.mu.Unlock()
}
