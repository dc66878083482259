package datasets

import (
	"embed"
	"fmt"
	"io/fs"

	"github.com/tipstats/tip/tipstats"
)

// FS holds every CSV file and datapackage.json, which describes them.
//
//go:embed datapackage.json sources.csv peru2023/*.csv peru-editions/*.csv global/*.csv usa/*.csv
var FS embed.FS

// Peru2023 returns the law enforcement figures of the Peru narrative in the 2023 Trafficking in Persons
// report: investigations, prosecutions, convictions and acquittals of 2020 to 2022, as far as the report
// states them.
func Peru2023() (*tipstats.Dataset, error) {
	file, err := open(FS, "peru2023/enforcement.csv")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return tipstats.ReadCSV(file)
}

// namedFile is an embedded file that knows its path in the project, so that an error about it names a
// file that its reader can open.
type namedFile struct {
	fs.File
	path string
}

func (f namedFile) Name() string { return "datasets/" + f.path }

func open(files fs.FS, path string) (namedFile, error) {
	file, err := files.Open(path)
	if err != nil {
		return namedFile{}, fmt.Errorf("datasets: %w", err)
	}
	return namedFile{file, path}, nil
}
