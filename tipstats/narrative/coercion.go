package narrative

import "github.com/tipstats/tip/tipstats"

var (
	coercing  = wordSet("forcing compelling coercing forced compelled coerced")
	coercedTo = map[string]tipstats.Form{
		"prostitution": tipstats.Sex, "commercial sex": tipstats.Sex, "sex acts": tipstats.Sex, "commercial sex acts": tipstats.Sex,
		"work": tipstats.Labor, "toil": tipstats.Labor, "beg": tipstats.OtherForm, "steal": tipstats.OtherForm,
	}
)

// coerced reads the form in what victims were made to do: "for forcing girls into prostitution", "of crews forced to work".
func coerced(list []item, j int) (tipstats.Form, string) {
	for k := j + 1; k < len(list) && k < j+9; k++ {
		form, known := coercedTo[list[k].text]
		switch {
		case known:
			return form, list[k].text
		case list[k].kind == formWord:
			return list[k].form, list[k].text
		case list[k].is(signKind, comparison, conjunction, relative):
			return "", ""
		}
	}
	return "", ""
}
