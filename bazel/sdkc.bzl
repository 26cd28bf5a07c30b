"""Go source of an OpenAPI document: one action a document, and no other rules needed.

`defs.bzl` makes go_library targets of it.
"""

# What the rule itself says in the config of its action.
_OWN = ["name", "specs", "out", "package", "packages", "layout", "module", "overlays", "root"]

def _staged(file):
    """Returns where the action puts a file: "specs/pets.yaml", "external/apis/pets.yaml"."""
    path = file.short_path
    return "external/" + path[3:] if path.startswith("../") else path

def _pair(file):
    return [file.path, _staged(file)]

def _parent(path):
    return path.rpartition("/")[0]

def _config(ctx, package, apart):
    """Returns the sdkc.yaml of the action, as JSON, which is YAML."""
    sdk = json.decode(ctx.attr.config)
    for key in sdk:
        if key in _OWN:
            fail("config: %s is not taken from here: the attributes of the rule say it" % key)
    sdk.update(
        name = package,
        out = "out",
        packages = "single",  # a go_library is one package
        module = _parent(ctx.attr.importpath) if apart else ctx.attr.importpath,
        layout = "packages" if apart else "package",
    )
    if ctx.files.overlays:
        sdk["overlays"] = ["../" + _staged(f) for f in ctx.files.overlays]
    spec = {"file": "../" + _staged(ctx.file.document)}
    if apart:
        spec["package"] = package
    if ctx.files.data:
        sdk["root"] = ".."  # in the action nothing is there but what is declared
    sdk["specs"] = [spec]
    return json.encode({"version": 1, "sdks": [sdk]}) + "\n"

def _sources_impl(ctx):
    importpath, beside = ctx.attr.importpath, ctx.attr.runtime_beside
    package = ctx.attr.package or importpath.rpartition("/")[2]
    if beside and importpath.rpartition("/")[2] != package:
        fail("importpath: %s does not end in /%s, as it must where packages share a runtime" % (importpath, package))
    config = ctx.actions.declare_file(ctx.label.name + ".sdkc.yaml")
    ctx.actions.write(config, _config(ctx, package, beside))
    client = ctx.actions.declare_directory(ctx.label.name + ".client")
    runtime = ctx.actions.declare_directory(ctx.label.name + ".runtime")
    whole = ctx.actions.declare_directory(ctx.label.name + ".sdk")
    inputs = [ctx.file.document] + ctx.files.data + ctx.files.overlays
    lock = [ctx.file.lock] if ctx.file.lock else []
    args = ctx.actions.args()
    args.add_all([
        ctx.file._action.path,
        ctx.executable.sdkc.path,
        config.path,
        ctx.file.lock.path if ctx.file.lock else "",
        package if beside else ".",
        client.path,
        runtime.path,
        whole.path,
    ])
    args.add_all(depset(inputs), map_each = _pair)
    ctx.actions.run(
        outputs = [client, runtime, whole],
        inputs = inputs + lock + [config, ctx.file._action],
        executable = "/bin/sh",  # the modules of Go's proxy have no executable files
        tools = [ctx.executable.sdkc],
        arguments = [args],
        env = {},
        mnemonic = "SdkcGo",
        progress_message = "Compiling %s to Go" % ctx.file.document.short_path,
    )
    return [
        DefaultInfo(files = depset([client])),
        OutputGroupInfo(runtime = depset([runtime]), sdk = depset([whole])),
    ]

sdkc_go_sources = rule(
    implementation = _sources_impl,
    doc = """Writes the Go package of a document. By default the output is the folder of that package, without its tests;
the output group "runtime" is the folder of the package sdk, "sdk" is all that sdkc writes: tests, pages, manifest, lock.""",
    attrs = {
        "document": attr.label(mandatory = True, allow_single_file = [".json", ".yaml", ".yml"]),
        "data": attr.label_list(allow_files = True, doc = "files that the document refers to"),
        "overlays": attr.label_list(allow_files = True, doc = "OpenAPI Overlays, applied in order"),
        "lock": attr.label(allow_single_file = True, doc = "the sdkc.lock that keeps names where they are"),
        "importpath": attr.string(mandatory = True, doc = "import path of the package: example.com/apis/pets"),
        "package": attr.string(doc = "name of the package; the last part of importpath if left out"),
        "runtime_beside": attr.bool(doc = "the runtime is example.com/apis/sdk, not example.com/apis/pets/sdk"),
        "config": attr.string(default = "{}", doc = "more keys of an SDK in sdkc.yaml, as JSON"),
        "sdkc": attr.label(default = Label("//cmd/sdkc"), executable = True, cfg = "exec", allow_files = True),
        "_action": attr.label(default = Label("//bazel:action.sh"), allow_single_file = True),
    },
)
