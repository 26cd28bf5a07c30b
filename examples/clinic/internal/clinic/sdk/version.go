package sdk

// Version is that of the sdkc which wrote this package. The first line of each file that it wrote for a document names
// that document by its SHA-256 as well; neither holds a time, a host or a path, so that equal input gives equal bytes.
const Version = "0.1.0"
