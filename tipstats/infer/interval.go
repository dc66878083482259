package infer

// Interval is an estimate with the limits between which the data leave it.
//
// An interval of level 0.95 comes from a procedure that covers the true value in
// 95 of 100 repetitions (at least, or on average: Method says which procedure it
// is). It is not a range that holds 95 % of the data.
type Interval struct {
	// Estimate is the point estimate, in the units of the parameter: a proportion
	// in [0, 1], a rate per unit of exposure, a ratio. It is +Inf for a ratio whose
	// denominator is zero, and NaN only where no estimate exists (0 events against
	// 0 events); a warning then says so.
	Estimate float64
	// Lower and Upper are the limits, in the same units. They are never NaN. A
	// limit that the data do not give is infinite, or the end of the range.
	Lower, Upper float64
	// Level is the confidence level, in (0, 1): 0.95 for 95 %.
	Level float64
	// Method names the procedure, for example "Wilson".
	Method string
	// Warnings holds what a reader should know before quoting the interval.
	Warnings []string
}

// Contains reports whether v is in the closed interval from Lower to Upper.
// It is false for NaN.
func (iv Interval) Contains(v float64) bool {
	return iv.Lower <= v && v <= iv.Upper
}
