// Package coref ties the mentions of one report into chains, one an entity.
//
//	Tovian Foreign Minister Ada Brenn said her country ... Brenn told reporters
//	[Tovian]1                                             demonym of chain 1
//	                       [Ada Brenn]2       [Brenn]2    names of chain 2
//	                                      [her]2 [her country]1
//	office of chain 2: "foreign minister" of Tovia
//
// In come tokens, sentences, tags and arcs where they are there, and the names
// that the name stage found. Out go all mentions (names with their titles,
// demonyms, role nouns, pronouns, unnamed sources) and the chains. A mention
// that could not be tied keeps chain 0: an unknown is a good answer. Mentions
// may lie inside one another ("her" in "her country") but never cross.
//
// The order is that of the sieves of Lee and others (2013), precise ones
// first: lexicon, exact name, short name, acronym, title and apposition, role
// noun, pronoun. Nothing here compares reports: two spellings of one name in
// one report stay two chains, which relate may join.
package coref

import "rapporteur/internal/news"

// Chains reads all layers up to Mentions (names); returns the Mentions layer
// with pronouns, demonyms and role nouns added and every Chain field set, and
// the Chains layer.
func Chains(a *news.Analysis) ([]news.Mention, []news.Chain) {
	if len(a.Tokens) == 0 || len(a.Sentences) == 0 {
		return nil, nil
	}
	l := newLinker(a)
	l.gatherNames()
	l.recoverNames()
	l.recoverApposed()
	l.recoverFirms()
	l.repeatMastheads()
	l.recoverPersons()
	l.partCouples()
	l.nameBodies()
	l.recoverSurnames()
	l.shortFirms()
	l.unionised()
	l.readTitles()
	l.chainNames()
	l.chainDemonyms()
	l.officesBeside()
	l.officesDone()
	l.callingsBeside()
	l.gatherNominals()
	l.chainNominals()
	l.chainEpithets()
	l.chainAges()
	l.chainPronouns()
	l.officesInRole()
	l.predecessors()
	l.inferBodies()
	return l.finish()
}
