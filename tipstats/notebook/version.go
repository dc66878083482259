package notebook

// Version is the version of this module. A checkout does not know it from its build information, so it is stated here, once:
// CITATION.cff, the record in every figure, the name of an archive and the metadata of a deposit take it from here. It follows
// semantic versioning and is raised, with Released, by the commit that is tagged.
const (
	Version  = "0.1.0"
	Released = "2026-11-23"
)
