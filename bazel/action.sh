#!/bin/sh
# The one action of a document: what Bazel runs, and all that it runs. The arguments are the program sdkc, the config,
# the lock ("" if there is none), the folder of the client package below the SDK, three folders to write (the client
# package, the runtime package, the whole SDK), and then each input and the place where the config expects it.
#
# Inputs are copied to where the workspace has them: Bazel's sandbox shows them as links that lead out of it, which sdkc
# does not follow, and so diagnostics name the files that one can open.
set -eu
export PATH=/usr/bin:/bin
sdkc=$1 config=$2 lock=$3 package=$4 client=$5 runtime=$6 whole=$7
shift 7

stage=$whole/.stage
out=$stage/.sdkc/out
mkdir -p "$out" "$client" "$runtime"
cp -L "$config" "$stage/.sdkc/sdkc.yaml"
[ -z "$lock" ] || cp -L "$lock" "$stage/.sdkc/sdkc.lock"
while [ $# -gt 1 ]; do
	mkdir -p "$(dirname "$stage/$2")"
	cp -L "$1" "$stage/$2"
	shift 2
done
chmod -R u+w "$stage"

case $sdkc in /*) ;; *) sdkc=$PWD/$sdkc ;; esac
(cd "$stage" && "$sdkc" generate --config .sdkc/sdkc.yaml --jobs 1 --no-cache --quiet)

for file in "$out/$package"/*.go; do
	case $file in
	*_test.go) ;; # a go_library takes no tests; they are in the whole SDK
	*) cp "$file" "$client" ;;
	esac
done
cp "$out/sdk"/*.go "$runtime"
cp -R "$out/." "$whole"
cp "$stage/.sdkc/sdkc.lock" "$whole"
rm -rf "$stage"
