package notebook

import (
	"reflect"
	"runtime"
	"slices"
)

// An origin is how the notebook came to make a block: the calls that were open, from the one that made it outward to
// Notebook.Write. It is empty where Write did not make it.
type origin []runtime.Frame

// add adds a block to the document.
func (d *Doc) add(b block) {
	d.blocks = append(d.blocks, b)
	d.origins = append(d.origins, originOf(d.notebook.Write))
}

func originOf(write func(*Doc) error) origin {
	outermost := runtime.FuncForPC(reflect.ValueOf(write).Pointer()).Name()
	var counters [64]uintptr
	frames := runtime.CallersFrames(counters[:runtime.Callers(3, counters[:])])
	var calls origin
	for {
		frame, more := frames.Next()
		calls = append(calls, frame)
		if frame.Function == outermost {
			own := caller().Function
			from := slices.IndexFunc(calls, func(f runtime.Frame) bool { return f.Function == own })
			return calls[max(from, 0):]
		}
		if !more {
			return nil
		}
	}
}
