package tail

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// The files in testdata were computed with mpmath 1.2 at 50 to 60 digits from the
// continued fraction DLMF 8.17.22 (beta), the series and Legendre's fraction DLMF 8.7.1
// and 8.9.2 (gamma), and erfc (normal); quantiles by Newton's method at that precision.
// Arguments are exact float64 values.

// readReference returns the rows of a file in testdata, without its header.
func readReference(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 10 {
		t.Fatalf("%s has %d rows: the reference is missing", name, len(rows))
	}
	return rows[1:]
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// relativeError returns |got - want| / |want|, 0 if both are the same, and +Inf if got
// is NaN or want is 0 and got is not.
func relativeError(got, want float64) float64 {
	switch {
	case got == want:
		return 0
	case math.IsNaN(got) || want == 0:
		return math.Inf(1)
	}
	return math.Abs(got-want) / math.Abs(want)
}

// tailError returns the relative error of a tail, given its logarithm: of exp(got), or
// of 1 - exp(got) where that is the smaller one. A float64 cannot hold the logarithm v of
// the smaller tail to better than |v| 1e-16, so that errors are over max(1, |v|/10).
func tailError(got, want float64) float64 {
	if want < -1 {
		return math.Abs(got-want) / math.Max(1, -want/10)
	}
	return relativeError(got, want) / math.Max(1, -math.Log(-want)/10)
}

// quantileError returns the relative error of the quantile of logp of a distribution
// whose lower tail goes as x^a. The log tail is known to |logp| 1e-16 at best, and so the
// quantile to |logp|/a 1e-16.
func quantileError(got, want, logp, a float64) float64 {
	return relativeError(got, want) / math.Max(1, -logp/a/50)
}

func TestErrorMeasuresCanFail(t *testing.T) {
	if relativeError(1.1, 1) < 0.09 || relativeError(math.NaN(), 1) < 1 || relativeError(1, 0) < 1 {
		t.Error("relativeError does not see an error")
	}
	if tailError(-5.1, -5) < 0.09 || tailError(-0.11, -0.1) < 0.09 || tailError(-710, -700) < 0.1 || tailError(-1.1e-20, -1e-20) < 0.02 {
		t.Error("tailError does not see an error")
	}
	if quantileError(1.1, 1, -1, 1) < 0.09 || quantileError(1.1, 1, -100, 1) < 0.04 {
		t.Error("quantileError does not see an error")
	}
}

// worst keeps the largest error seen, and reports those above a tolerance.
type worst struct {
	t         *testing.T
	tolerance float64
	max       float64
}

func (w *worst) see(err float64, format string, args ...any) {
	w.t.Helper()
	w.max = math.Max(w.max, err)
	if !(err <= w.tolerance) {
		w.t.Errorf("error %.2g > %.2g: "+format, append([]any{err, w.tolerance}, args...)...)
	}
}

func (w *worst) log() { w.t.Helper(); w.t.Logf("largest error %.2g", w.max) }
