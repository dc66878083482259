package notebook

import (
	"regexp"
	"slices"
	"strings"
)

var (
	svgTag       = regexp.MustCompile(`<[A-Za-z][^<>]*>`)
	svgIdentity  = regexp.MustCompile(`(\sid=)("[^"]*"|'[^']*')`)
	svgReference = regexp.MustCompile(`(\s(?:xlink:)?href=["']#|url\(["']?#)([^"')]*)`)
	svgNames     = regexp.MustCompile(`(\s(?:aria-labelledby|aria-describedby)=["'])([^"']*)`)
)

// svgPrefixed are parts of the attributes above: a tag without any of them stays as it is.
var svgPrefixed = []string{"id=", "href=", "url(", "aria-"}

// inlineSVG makes an SVG file a part of a page: without the XML declaration, and with a prefix before each identity, since
// those of a page are unique.
func inlineSVG(file []byte, prefix string) string {
	svg := string(file)
	if start := strings.Index(svg, "<svg"); start > 0 {
		svg = svg[start:]
	}
	return strings.TrimSpace(svgTag.ReplaceAllStringFunc(svg, func(tag string) string {
		if !slices.ContainsFunc(svgPrefixed, func(part string) bool { return strings.Contains(tag, part) }) {
			return tag // as most
		}
		tag = svgIdentity.ReplaceAllStringFunc(tag, func(attribute string) string {
			at := strings.IndexAny(attribute, `"'`) + 1
			return attribute[:at] + prefix + attribute[at:]
		})
		tag = svgReference.ReplaceAllString(tag, "${1}"+prefix+"${2}")
		return svgNames.ReplaceAllStringFunc(tag, func(attribute string) string {
			at := strings.IndexAny(attribute, `"'`) + 1
			names := strings.Fields(attribute[at:])
			for i := range names {
				names[i] = prefix + names[i]
			}
			return attribute[:at] + strings.Join(names, " ")
		})
	}))
}

var svgSize = regexp.MustCompile(`<svg[^>]*\swidth="([0-9.]+mm)"`)

// svgWidth is how wide an SVG file is in print: "89mm".
func svgWidth(file []byte) string {
	if match := svgSize.FindSubmatch(file); match != nil {
		return string(match[1])
	}
	return "100%"
}
