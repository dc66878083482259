package chart

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/panel"
)

// groupsBeyond are the groups inside the limits (0), beyond the inner (1) or the outer ones (2).
func groupsBeyond(r *panel.Result, beyond int) []panel.Point {
	var list []panel.Point
	for _, p := range r.Points {
		if p.Beyond == beyond {
			list = append(list, p)
		}
	}
	return list
}

// controlValue writes a value in the unit of the axis.
func controlValue(r *panel.Result, v float64) string {
	if r.Kind == panel.Proportions {
		return percent(v)
	}
	return ratio(v)
}

// namesOf lists at most five names.
func namesOf(points []panel.Point) string {
	var names []string
	for _, p := range points {
		names = append(names, p.Name)
	}
	if more := len(names) - 5; more > 1 {
		names = append(names[:5], fmt.Sprintf("%d more", more))
	}
	return listed(names)
}

func controlTitle(r *panel.Result, w ControlWords) string {
	outer, inner := groupsBeyond(r, 2), groupsBeyond(r, 1)
	of := fmt.Sprintf("%s: of %d %s, ", w.Value, len(r.Points), w.Groups)
	switch {
	case len(outer) > 0:
		return fmt.Sprintf("%s%d %s beyond the %s control limits: %s", of, len(outer), liesOrLie(len(outer)), levelWords(r.Outer), namesOf(outer))
	case len(inner) > 0:
		return fmt.Sprintf("%snone lies beyond the %s control limits, %d beyond those of %s: %s", of, levelWords(r.Outer), len(inner), levelWords(r.Inner), namesOf(inner))
	}
	if r.Widened() {
		return of + "none lies beyond control limits that allow for the differences between them"
	}
	return of + "none lies beyond the control limits"
}

func liesOrLie(n int) string {
	if n == 1 {
		return "lies"
	}
	return "lie"
}

func controlRemarks(r *panel.Result, w ControlWords) []string {
	target := "The target is " + controlValue(r, r.Target)
	if r.Pooled {
		target = "The horizontal line is the value of all " + w.Groups + " together"
	}
	remarks := []string{target, "Control limits: " + r.Method}
	var significant []panel.Point
	for _, p := range r.Points {
		if p.AdjustedP < 0.05 {
			significant = append(significant, p)
		}
	}
	if len(significant) > 0 {
		remarks = append(remarks, fmt.Sprintf("With p-values adjusted for %d comparisons, %s %s from the line at the level of 5 %%",
			len(r.Points), namesOf(significant), map[bool]string{true: "differs", false: "differ"}[len(significant) == 1]))
	} else {
		remarks = append(remarks, fmt.Sprintf("With p-values adjusted for %d comparisons, none differs from the line at the level of 5 %%", len(r.Points)))
	}
	for _, warning := range r.Warnings {
		remarks = append(remarks, capitalised(warning))
	}
	return append(remarks, fmt.Sprintf("n = %d %s; names stand where there is room, all are in the data", len(r.Points), w.Groups))
}

func controlAlt(r *panel.Result, w ControlWords) string {
	texts := []string{fmt.Sprintf("Funnel of control limits about %s: %s of %d %s against %s", controlValue(r, r.Target), w.Value, len(r.Points), w.Groups, w.Size)}
	for beyond, where := range []string{"Inside", "Beyond the " + levelWords(r.Inner) + " limits", "Beyond the " + levelWords(r.Outer) + " limits"} {
		var list []string
		for _, p := range groupsBeyond(r, beyond) {
			list = append(list, fmt.Sprintf("%s %s", p.Name, controlValue(r, p.Value)))
		}
		const most = 12
		if more := len(list) - most; more > 1 {
			list = append(list[:most], fmt.Sprintf("%d more", more))
		}
		if len(list) > 0 {
			texts = append(texts, where+": "+strings.Join(list, "; "))
		}
	}
	return sentences(texts...)
}

func controlData(r *panel.Result) figure.Table {
	t := figure.Table{Columns: []string{
		"group", "events", "size", "value", "target", "inner_level", "inner_lower", "inner_upper", "outer_level", "outer_lower", "outer_upper",
		"beyond", "z", "p", "p_adjusted", "method",
	}}
	for _, p := range r.Points {
		t.Rows = append(t.Rows, []string{
			p.Name, strconv.Itoa(p.Events), exactly(p.Size), exactly(p.Value), exactly(r.Target),
			exactly(r.Inner), exactly(p.Limits[0][0]), exactly(p.Limits[0][1]), exactly(r.Outer), exactly(p.Limits[1][0]), exactly(p.Limits[1][1]),
			strconv.Itoa(p.Beyond), exactly(p.Z), exactly(p.P), exactly(p.AdjustedP), r.Method,
		})
	}
	return t
}
