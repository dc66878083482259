package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestMemoryDoesNotGrowWithNarratives: what is kept of a narrative is its rows, not its text.
func TestMemoryDoesNotGrowWithNarratives(t *testing.T) {
	text := sample + strings.Repeat(" The academy offered courses.", 4<<10)
	folder := t.TempDir()
	for i := range 50 {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("COL-%d.txt", 2001+i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, observations := range []bool{false, true} {
		o := options{observations: observations, paths: []string{folder}}
		inputs, _, err := o.inputs()
		if err != nil || len(inputs) != 50 {
			t.Fatal(len(inputs), err)
		}
		var kept outcome
		held := heldBytes()
		for _, in := range inputs {
			if err := kept.take(o, in, nil); err != nil {
				t.Fatal(err)
			}
		}
		if grown := heldBytes() - held; grown > len(text)*5 {
			t.Errorf("observations %t: %d bytes are held of 50 narratives of %d bytes each", observations, grown, len(text))
		}
		runtime.KeepAlive(&kept)
	}
}

// heldBytes is the memory that something still refers to.
func heldBytes() int {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}
