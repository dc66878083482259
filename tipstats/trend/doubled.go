package trend

// doubled is an unevaluated sum of two float64, of about 32 digits (Dekker, Numer.
// Math. 18 (1971) 224).
type doubled struct{ high, low float64 }

func (a doubled) plus(b doubled) doubled {
	sum := a.high + b.high
	part := sum - a.high
	rest := (a.high - (sum - part)) + (b.high - part) + (a.low + b.low)
	high := sum + rest
	return doubled{high, rest - (high - sum)}
}

func (a doubled) minus(b doubled) doubled {
	return a.plus(doubled{-b.high, -b.low})
}
