package panel

import (
	"errors"
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// A Group is one of those that are compared.
type Group struct {
	Name   string
	Events int
	Size   float64 // trials, a whole number, or exposure
}

// Value is the group's own proportion or rate.
func (g Group) Value() float64 { return float64(g.Events) / g.Size }

// Kind says what the sizes of groups are.
type Kind uint8

const (
	// Proportions: events among Size trials, binomial within a group.
	Proportions Kind = iota
	// Rates: events in an exposure of Size, Poisson within a group.
	Rates
)

// String is "proportions" or "rates".
func (k Kind) String() string {
	switch k {
	case Proportions:
		return "proportions"
	case Rates:
		return "rates"
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// maxSize is the largest number of trials, so that it is an int on every machine.
const maxSize = 1_000_000_000

const maxProblems = 100

// check names everything that is wrong with groups, at most a hundred things.
func check(groups []Group, kind Kind, least int) error {
	var problems []error
	add := func(format string, args ...any) {
		if len(problems) < maxProblems {
			problems = append(problems, fmt.Errorf("panel: "+format, args...))
		}
	}
	if kind > Rates {
		add("%v: expected Proportions or Rates", kind)
	}
	if len(groups) < least {
		add("%d groups: expected at least %d", len(groups), least)
	}
	for i, g := range groups {
		name := fmt.Sprintf("group %d (%q)", i+1, g.Name)
		switch {
		case g.Events < 0 || g.Events > maxSize:
			add("%s has %d events: expected a count from 0 to %d", name, g.Events, maxSize)
		case !(g.Size > 0) || math.IsInf(g.Size, 1):
			add("%s has the size %v: expected a finite number larger than 0", name, g.Size)
		case kind == Proportions && (g.Size != math.Trunc(g.Size) || g.Size > maxSize):
			add("%s has %v trials: expected a whole number up to %d", name, g.Size, maxSize)
		case kind == Proportions && float64(g.Events) > g.Size:
			add("%s has %d events in %v trials: expected no more events than trials", name, g.Events, g.Size)
		}
	}
	return errors.Join(problems...)
}

func checkLevel(level float64) error {
	if err := infer.CheckLevel(level); err != nil {
		return fmt.Errorf("panel: %w", err)
	}
	return nil
}

// totals are the events and the size of all groups together.
func totals(groups []Group) (events int64, size float64) {
	for _, g := range groups {
		events += int64(g.Events)
		size += g.Size
	}
	return events, size
}
