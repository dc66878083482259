package chart

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/figure"
)

// Status is what a report says on one topic for one year.
type Status int

// The statuses. The zero Status is NotMentioned: the report is silent, which is not the same as saying that nothing was
// reported.
const (
	NotMentioned   Status = iota // the report says nothing on the topic for the year
	Reported                     // the report gives the figure or the fact
	PartlyReported               // the report gives some of it, or doubts what it gives
	NotReported                  // the report says that it was not reported
)

// Statuses returns every status, in the order of a legend.
func Statuses() []Status { return []Status{Reported, PartlyReported, NotReported, NotMentioned} }

// String is the status in the words of the legend: "not reported".
func (s Status) String() string {
	switch s {
	case Reported:
		return "reported"
	case PartlyReported:
		return "partly reported"
	case NotReported:
		return "not reported"
	}
	return "not mentioned"
}

// ParseStatus reads a status as [Status.String] writes it; "partly" will do for "partly reported".
func ParseStatus(word string) (Status, error) {
	for _, s := range Statuses() {
		if word == s.String() || s == PartlyReported && word == "partly" {
			return s, nil
		}
	}
	return NotMentioned, fmt.Errorf("status %q: expected reported, partly reported, not reported or not mentioned", word)
}

// and is what two entries on the same topic and year amount to.
func (s Status) and(t Status) Status {
	switch {
	case s == t || t == NotMentioned:
		return s
	case s == NotMentioned:
		return t
	}
	return PartlyReported
}

// statusSize is the diameter of the mark of a status, in points.
const statusSize = 7.0

// drawStatus draws the mark of a status centred on x, y: a disc, a half-filled disc, a cross, a dash. They are told apart
// without colour.
func drawStatus(c *figure.Canvas, x, y float64, s Status) {
	const r = statusSize / 2
	switch s {
	case Reported:
		c.Dot(x, y, statusSize, figure.Circle, figure.BluishGreen)
	case PartlyReported:
		c.OpenDot(x, y, statusSize, figure.Circle, figure.Stroke{Color: figure.Orange, Width: 1})
		c.Polygon(leftHalf(x, y, r), figure.Orange)
	case NotReported:
		pen := figure.Stroke{Color: figure.Ink, Width: 1.3}
		const arm = r * 0.8
		c.Line(x-arm, y-arm, x+arm, y+arm, pen)
		c.Line(x-arm, y+arm, x+arm, y-arm, pen)
	default:
		c.Line(x-r*0.7, y, x+r*0.7, y, figure.Stroke{Color: figure.Unspecified, Width: 1})
	}
}

// leftHalf is the left half of a disc.
func leftHalf(x, y, r float64) []figure.Point {
	const steps = 24
	points := make([]figure.Point, 0, steps+1)
	for i := range steps + 1 {
		sin, cos := math.Sincos(math.Pi * float64(i) / steps)
		points = append(points, figure.Point{X: x - float64(r*sin), Y: y - float64(r*cos)})
	}
	return points
}
