package source

// A slab hands out nodes, items and fields from large blocks: a document has hundreds of
// thousands of them, and all live as long as the document.
type slab struct {
	nodes  []Node
	items  []*Node
	fields []Field
	count  int // nodes handed out
}

const blockSize = 512

func (s *slab) node(n Node) *Node {
	if len(s.nodes) == 0 {
		s.nodes = make([]Node, blockSize)
	}
	p := &s.nodes[0]
	s.nodes = s.nodes[1:]
	*p = n
	s.count++
	return p
}

func (s *slab) copyItems(items []*Node) []*Node {
	if len(items) == 0 {
		return nil
	}
	if len(s.items) < len(items) {
		s.items = make([]*Node, max(blockSize, len(items)))
	}
	out := s.items[:len(items):len(items)]
	s.items = s.items[len(items):]
	copy(out, items)
	return out
}

func (s *slab) copyFields(fields []Field) []Field {
	if len(fields) == 0 {
		return nil
	}
	if len(s.fields) < len(fields) {
		s.fields = make([]Field, max(blockSize, len(fields)))
	}
	out := s.fields[:len(fields):len(fields)]
	s.fields = s.fields[len(fields):]
	copy(out, fields)
	return out
}
