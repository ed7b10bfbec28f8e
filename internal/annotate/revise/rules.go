package revise

import "rapporteur/internal/news"

// mend puts right by rule what no English tree can have, where the moves of the
// parser did not see enough and the learned revision left it.
func (t *Tree) mend() {
	t.pairMarks()
	t.joinVerbs()
	t.redraw()
	for i := range t.root() {
		switch t.nodes[i].rel {
		case news.Case:
			t.clauseWord(i)
			t.dueTo(i)
			t.underNoun(i)
			t.pathOfDeed(i)
		case news.Aux:
			t.behindModal(i)
		case news.Cc:
			t.pairOfAdjectives(i)
		case news.Ccomp:
			t.gerund(i)
			t.saidBehind(i)
			t.provided(i)
		case news.Conj:
			t.unjoined(i)
			t.afterNoun(i)
			t.behindMove(i)
		case news.Nsubj:
			t.whichClause(i)
			t.beforeSubject(i)
			t.secondSubject(i)
		case news.Advmod, news.Obj:
			t.asked(i)
		case news.OblUnmarked:
			t.objectOf(i)
		case news.OblAgent:
			t.agentOf(i)
		case news.Compound:
			t.headBefore(i)
		case news.Advcl, news.AdvclRelcl:
			t.framed(i)
		case news.Obl:
			t.underAdjective(i)
			t.bareSubject(i)
			t.adjectiveObject(i)
		}
	}
}

// parent is the place of the head of word i, none for the root.
func (t *Tree) parent(i int32) int32 {
	if h := t.nodes[i].head; h != t.root() {
		return h
	}
	return none
}

// isNoun reports whether n is a noun or a name.
func (n *node) isNoun() bool { return n.upos == news.NOUN || n.upos == news.PROPN }

// xpos is the Penn tag of n.
func (n *node) xpos() news.XPOS { return news.XPOS(n.tag >> 5) }
