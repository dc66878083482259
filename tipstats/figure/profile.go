package figure

import "fmt"

// pointsPerMM is the number of points (1/72 inch) in a millimetre.
const pointsPerMM = 72 / 25.4

// A Profile is the size of a figure as its publisher asks for it. Lengths are
// in points (1/72 inch). A zero field takes its value from [Nature2], so the
// zero Profile is Nature2.
type Profile struct {
	Name      string
	Width     float64 // width of the page
	MaxHeight float64 // greatest height of the page, captions included
	Title     float64 // type size of the title
	Subtitle  float64 // type size of the subtitle
	Label     float64 // type size of labels, the size of a zero Style
	Small     float64 // type size of notes, values inside bars, tick labels
	Caption   float64 // type size of the caption
	MinText   float64 // smallest type size allowed; never below 6.5
}

// smallestText is the type size below which no figure goes, in points.
const smallestText = 6.5

// Profiles that exist by name.
var (
	// Nature1 is one column of Nature's page: 89 mm wide, 247 mm deep at most.
	Nature1 = Profile{Name: "Nature1", Width: 89 * pointsPerMM, MaxHeight: 247 * pointsPerMM,
		Title: 9, Subtitle: 7.5, Label: 7.5, Small: 7, Caption: 6.5, MinText: smallestText}

	// Nature2 is two columns of Nature's page, 183 mm wide: the default.
	Nature2 = Profile{Name: "Nature2", Width: 183 * pointsPerMM, MaxHeight: 247 * pointsPerMM,
		Title: 10, Subtitle: 7.5, Label: 7.5, Small: 7, Caption: 6.5, MinText: smallestText}

	// PLOS is the widest figure that PLOS takes, 190.5 mm by 222.25 mm, with
	// type between 8 and 12 points as PLOS asks.
	PLOS = Profile{Name: "PLOS", Width: 190.5 * pointsPerMM, MaxHeight: 222.25 * pointsPerMM,
		Title: 11, Subtitle: 8.5, Label: 8.5, Small: 8, Caption: 8, MinText: 8}

	// Screen is for slides and pages read on a screen: 254 mm by 190.5 mm.
	Screen = Profile{Name: "Screen", Width: 254 * pointsPerMM, MaxHeight: 190.5 * pointsPerMM,
		Title: 14, Subtitle: 10.5, Label: 10.5, Small: 9.5, Caption: 9, MinText: 9}
)

// complete returns p with every zero field taken from Nature2.
func (p Profile) complete() Profile {
	name := p.Name
	if name == "" && p != (Profile{}) {
		name = "custom"
	}
	for _, field := range []struct {
		own      *float64
		fallback float64
	}{
		{&p.Width, Nature2.Width},
		{&p.MaxHeight, Nature2.MaxHeight},
		{&p.Title, Nature2.Title},
		{&p.Subtitle, Nature2.Subtitle},
		{&p.Label, Nature2.Label},
		{&p.Small, Nature2.Small},
		{&p.Caption, Nature2.Caption},
	} {
		if *field.own == 0 {
			*field.own = field.fallback
		}
	}
	p.MinText = max(p.MinText, smallestText)
	p.Name = name
	if name == "" {
		p.Name = Nature2.Name
	}
	return p
}

// check says what is wrong with a profile, if anything.
func (p Profile) check() error {
	q := p.complete()
	for _, v := range []float64{q.Width, q.MaxHeight} {
		if !(v >= 100 && v <= longestSide) {
			return fmt.Errorf("profile %s: a page of %v by at most %v points; each side is from 100 to %d points", q.Name, q.Width, q.MaxHeight, longestSide)
		}
	}
	for _, size := range []float64{q.Title, q.Subtitle, q.Label, q.Small, q.Caption, q.MinText} {
		if !(size >= smallestText && size <= 100) {
			return fmt.Errorf("profile %s: a type size of %v points; type sizes are from %v to 100 points", q.Name, size, smallestText)
		}
	}
	return nil
}
