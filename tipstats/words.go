package tipstats

// Stage is a step of the enforcement funnel.
type Stage string

// The stages, in the order in which a case passes through them. Acquittal and dismissal end a case without a conviction.
const (
	Investigation Stage = "investigation"
	Arrest        Stage = "arrest"
	Prosecution   Stage = "prosecution"
	Conviction    Stage = "conviction"
	Acquittal     Stage = "acquittal"
	Dismissal     Stage = "dismissal"
)

// Stages returns every stage, in the order of the funnel.
func Stages() []Stage {
	return []Stage{Investigation, Arrest, Prosecution, Conviction, Acquittal, Dismissal}
}

// Plural is the stage as a heading or a sentence names its count: "investigations".
func (s Stage) Plural() string { return string(s) + "s" }

// Unit is what a count counts. A case may have several defendants and a person several cases, so a count of the one is
// never divided by a count of the other.
type Unit string

// The units.
const (
	Case   Unit = "case"
	Person Unit = "person"
)

// Units returns both units.
func Units() []Unit { return []Unit{Case, Person} }

// Plural is "cases" or "persons".
func (u Unit) Plural() string { return string(u) + "s" }

// Cohort says which matters of a stage a count includes.
type Cohort string

// The cohorts. New: begun in the year. Ongoing: begun before it and continued. Both: the two together. Unstated: the
// source does not say.
const (
	New            Cohort = "new"
	Ongoing        Cohort = "ongoing"
	Both           Cohort = "both"
	UnstatedCohort Cohort = "unstated"
)

// Cohorts returns every cohort.
func Cohorts() []Cohort { return []Cohort{New, Ongoing, Both, UnstatedCohort} }

func (c Cohort) label() string {
	switch c {
	case Both:
		return "new and ongoing"
	case UnstatedCohort:
		return "cohort unstated"
	}
	return string(c)
}

// Form is the form of trafficking that a count is restricted to.
type Form string

// The forms. AllForms is the total, or a figure that names no form. Unspecified is a form that the source itself leaves
// open ("321 involving unspecified forms"): such a case may be of any form, so it widens the bounds of every share.
const (
	AllForms    Form = "all"
	Sex         Form = "sex"
	Labor       Form = "labor"
	Unspecified Form = "unspecified"
	OtherForm   Form = "other"
)

// Forms returns every form, the total first.
func Forms() []Form { return []Form{AllForms, Sex, Labor, Unspecified, OtherForm} }

func (f Form) label() string {
	switch f {
	case AllForms:
		return "all forms"
	case Sex:
		return "sex trafficking"
	case Labor:
		return "labor trafficking"
	case Unspecified:
		return "form unspecified"
	}
	return string(f) + " form"
}
