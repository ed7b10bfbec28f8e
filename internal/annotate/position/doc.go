// Package position finds who demands, rejects, offers, supports, accepts,
// promises, threatens, accuses or denies what, and on what condition.
//
//	Varnia ruled out a return to the border of 1991 .
//	holder  reject   issue "a return to the border of 1991"
//
//	The minister said Ostrel must withdraw its troops and open the port .
//	holder: the minister; two demands, target Ostrel
//
// In go all layers up to Credits; out comes the Positions layer. Two sources:
// acts of speech (acts.txt: "ruled out", "called for") and statements that
// take a position by their grammar (statement.go: "must", "would not", "no
// role for"). What is a change of position over days is not decided here.
//
// Where to look for what:
//
//	acts of speech               act, idiom, noun, advocate, stirred; the lists of data/
//	where issue and target stand slot, issue, behind, surface, relative, pronoun, astray, hung
//	who takes it                 holder, nearby, together, cued, decided, shared
//	what a speaker's clause says statement, mood, clause, verdict, charge, faults, avowed, evaluation,
//	                             appraisal, branded, turns, absent, ordered, countered, retold, kept
//	clauses that no rule knows   leaning, by package stance
//	what it hangs on             condition
//	what is no position          void, possible
//	how sure it is               grade
//	the same position twice      pair
package position
