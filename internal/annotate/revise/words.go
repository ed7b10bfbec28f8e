package revise

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// clauseWords are prepositions that begin a clause as well.
var clauseWords = [...]uint64{
	lex.FormOf("before").Lower, lex.FormOf("after").Lower, lex.FormOf("since").Lower, lex.FormOf("until").Lower,
}

// finite reports whether a verb of tag x stands in a tense.
func finite(x news.XPOS) bool { return x == news.VBD || x == news.VBZ || x == news.VBP }
