package source

// What one document may cost. Real documents stay far below: the largest public ones have
// 10 MB, 600,000 nodes and 60 levels.
const (
	maxFileBytes  = 64 << 20
	maxDepth      = 1000
	maxNodes      = 3_000_000
	maxYAMLTokens = 3_000_000 // lines and commas; the YAML library takes its time and memory for each
	maxSaid       = 20_000    // diagnostics of one kind of pass
	maxCopies     = 500_000   // nodes that inlining may make
	maxProse      = 512 << 10 // bytes of one description; real ones stay below 200 KB
	maxAliasBytes = 64 << 20  // what YAML's aliases may unfold to
)
