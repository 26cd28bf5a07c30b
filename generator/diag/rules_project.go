package diag

// projectRules are on the config, the command line, the lock, the output and what was fetched.
var projectRules = []Rule{
	refuses("bad-layout", "several documents shall be one package"),
	refuses("bad-lock", "sdkc.lock cannot be read: it is corrupt, in conflict, or of a newer sdkc"),
	refuses("bad-module", "the module path of the config or the command line is none"),
	refuses("bad-name", "a line under names: asks for what is no Go identifier"),
	refuses("bad-package", "a name cannot be that of a Go package"),
	refuses("bad-paging", "a line under paging: does not fit its operation"),
	refuses("bad-rule", "--include or --exclude has what is no rule").
		like(`command line: --include "Pets" is no rule; write "tag NAME", "path /PATTERN", or "operation ID"; an asterisk stands for anything`),
	refuses("bad-sum", "a line of the file that pins fetched documents cannot be read").
		like(`sdkc.sum:2:1: "specs/api.yaml" is no document with its SHA-256, or stands here twice; remove the line and run sdkc pull`),
	refuses("broken-manifest", "the list of what sdkc wrote to the output folder is unreadable, so that nothing there is touched").
		like("api/sdkc.manifest.json: not a manifest: unexpected end of JSON input; take it back from version control, or remove the whole folder and generate it anew"),
	refuses("config", "the config has an unknown key, a value of the wrong kind, or lacks a key"),
	refuses("config-exists", "sdkc init writes no config over one that is there").
		like("sdkc.yaml: there is a config already; name another file with -c"),
	refuses("config-missing", "there is no config, or it cannot be read").
		like("sdkc.yaml: there is no config; write one, name another with -c, or give --spec, --out and --package"),
	refuses("config-twice", "two SDKs have one name or one output folder, or one writes into the other's"),
	warns("edited-file", "a generated file was edited by hand; it was written anew").
		like("api/pets.go: warning: was edited by hand since it was generated; it was written anew; put what you need in a file of your own"),
	refuses("foreign-file", "a file that sdkc must write is there and not its own").
		like("api/pets.go: there is a file that sdkc did not write; sdkc must write a file of this name and touches no other's; move it away, or choose another output folder"),
	refuses("foreign-output", "the output folder holds files and no sign that sdkc wrote them").
		like("api: the output folder is not empty and not ours: it holds main.go, but no sdkc.manifest.json; choose a new or empty folder; sdkc touches no files that it did not write"),
	warns("kept-file", "a file is no longer generated, but was edited by hand; it stays").
		like("api/cats.go: warning: no longer generated, but edited by hand; it stays and is yours from now on"),
	warns("lock-document", "check finds another document, or one more, than the lock knows").
		like("sdkc.lock: warning: api.yaml of api is another document than that of the lock; run sdkc generate"),
	refuses("name-taken", "a name that the config demands is another's").or(Warning),
	refuses("no-documents", "a pattern finds no file, or a folder or revision has no document"),
	warns("no-lock", "there is output but no lock, so that names may have moved").
		like("sdkc.lock: warning: there is no lock of the names that api published; names are decided anew and may have moved; if the file was lost, take it back from version control and generate again"),
	refuses("no-module", "the output folder is in no Go module, so that its import path is unknown").
		like("api: there is no go.mod at or above api; run go mod init above the folder, or give a path with --module (module: in sdkc.yaml)"),
	refuses("output-edited", "check finds a generated file that was edited by hand").
		like("api/pets.go: the file was edited by hand; run sdkc generate"),
	refuses("output-locked", "another run is writing to the output folder").
		like("api: another sdkc is writing to this folder; wait until it is done, then run again"),
	refuses("output-missing", "check misses a file that generate would write").
		like("api/pets.go: the file is missing; run sdkc generate"),
	refuses("output-path", "a file of the output has a name that no folder can hold, which is a bug of sdkc").
		like(`api/con.go: path "con.go" is a device of Windows; this is a bug in sdkc, please report it`),
	refuses("output-stale", "check finds a file that generate would write otherwise").
		like("api/pets.go: the file is stale; run sdkc generate"),
	refuses("output-surplus", "check finds a file that is no longer generated").
		like("api/cats.go: the file is no longer generated; run sdkc generate"),
	refuses("package-clash", "two documents become one package"),
	refuses("pull", "a document cannot be fetched, or is not the one that is pinned").
		like("sdkc.yaml:7:14: specs/api.yaml has two URLs; give it one\n\tsdkc.yaml:6:14: the other one"),
	refuses("unknown-sdk", "--only names an SDK that the config lacks").
		like(`sdkc.yaml: no SDK is called "demo"; there are api, admin`),
	warns("unpinned-document", "a document that is fetched from a URL was changed by hand").
		like("sdkc.yaml:5:9: warning: specs/api.yaml is not the document that sdkc pull fetched; keep changes in an overlay (overlays:), or run sdkc pull"),
	refuses("unused-client-param", "a line under clientParams: is in no path"),
	refuses("unused-name", "a line under names: names nothing"),
	refuses("unused-paging", "a line under paging: names no operation"),
	refuses("unused-rule", "a line under include: or exclude: fits no operation"),
	refuses("unused-scheme", "a line under env: names no security scheme"),
	refuses("unused-variable", "a line under server: names no variable of a server"),
	warns("unwritable-cache", "the cache cannot be used; every document is compiled").
		like("/var/cache/sdkc: warning: the cache cannot be used: permission denied; every document is compiled; name another folder in $SDKC_CACHE, or give --no-cache"),
	refuses("unwritable-lock", "the lock cannot be written").
		like("sdkc.lock: the lock cannot be written: permission denied; give yourself the right to write the file and its folder"),
	refuses("unwritable-output", "the output folder cannot be written").
		like("api: the output folder cannot be written: permission denied; choose another folder, or give yourself the right to write there"),
}
