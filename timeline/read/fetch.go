package read

import (
	"errors"
	"io"
)

func fetch(address string, opts *Options) (io.ReadCloser, error) {
	return nil, errors.New("addresses are not read yet")
}
