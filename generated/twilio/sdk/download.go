package sdk

import (
	"fmt"
	"io"
)

// Save writes the answer to w and closes it; w gets no more than limit bytes, unless limit is zero. After each piece
// progress, if it is not nil, is told how much was written, and of how much: -1 where the server did not say.
//
//	n, err := stream.Save(file, 1<<30, func(written, size int64) { … })
func (s *Stream) Save(w io.Writer, limit int64, progress func(written, size int64)) (int64, error) {
	defer s.Close()
	if limit > 0 && s.Size > limit {
		return 0, fmt.Errorf("the answer has %d bytes, more than %d", s.Size, limit)
	}
	written, buffer := int64(0), make([]byte, 32<<10)
	for {
		n, err := s.Read(buffer)
		if over := written + int64(n) - limit; limit > 0 && over > 0 {
			n, err = n-int(over), fmt.Errorf("the answer has more than %d bytes", limit)
		}
		if n > 0 {
			m, failure := w.Write(buffer[:n])
			written += int64(m)
			if failure != nil {
				return written, failure
			}
			if progress != nil {
				progress(written, s.Size)
			}
		}
		if err == io.EOF {
			return written, nil
		}
		if err != nil {
			return written, err
		}
	}
}
