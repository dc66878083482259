package trend

import (
	"slices"
	"testing"
)

func TestTimeOrderIsStable(t *testing.T) {
	if got := timeOrder([]float64{3, 1, 2, 1, 3}); !slices.Equal(got, []int{1, 3, 2, 0, 4}) {
		t.Errorf("order %v", got)
	}
}
