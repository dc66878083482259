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

func TestSVGWidth(t *testing.T) {
	for file, expected := range map[string]string{
		`<svg xmlns="x" width="89mm" height="60mm">`:     "89mm",
		`<svg stroke-width="3mm" width="183.5mm"><rect>`: "183.5mm",
		`<svg width="9em"><svg width="1;mm">`:            "100%",
	} {
		if got := svgWidth([]byte(file)); got != expected {
			t.Errorf("%s is %s wide, expected %s", file, got, expected)
		}
	}
}
