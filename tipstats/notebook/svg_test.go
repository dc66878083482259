package notebook

import "testing"

func TestInlineSVG(t *testing.T) {
	const file = `<?xml version="1.0"?>
<!DOCTYPE svg>
<svg aria-labelledby="t d" xmlns="x"><title id="t">id="t" url(#c)</title><desc id='d'>#c</desc><clipPath id="c"/>` +
		`<g clip-path="url(#c)" fill='url("#p")'><use href="#g" xlink:href="#h"/><a href="x#g"/></g></svg>
`
	const expected = `<svg aria-labelledby="f-t f-d" xmlns="x"><title id="f-t">id="t" url(#c)</title><desc id='f-d'>#c</desc><clipPath id="f-c"/>` +
		`<g clip-path="url(#f-c)" fill='url("#f-p")'><use href="#f-g" xlink:href="#f-h"/><a href="x#g"/></g></svg>`
	if got := inlineSVG([]byte(file), "f-"); got != expected {
		t.Errorf("\n%s\nexpected\n%s", got, expected)
	}
}
