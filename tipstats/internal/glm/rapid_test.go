package glm

import "flag"

// Random inputs are the same in every run, and a failure writes no file into the
// source; -rapid.seed on the command line overrides it.
func init() {
	for name, value := range map[string]string{"rapid.seed": "20230615", "rapid.nofailfile": "true"} {
		if err := flag.Set(name, value); err != nil {
			panic(err)
		}
	}
}
