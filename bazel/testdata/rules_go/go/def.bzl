"""Stands in for rules_go where that cannot be had: a go_library is a folder with its source at its import path."""

def _go_library_impl(ctx):
    out = ctx.actions.declare_directory(ctx.label.name + ".gopath")
    args = ctx.actions.args()
    args.add(out.path + "/" + ctx.attr.importpath)
    args.add_all(ctx.files.srcs)  # rules_go hands folders over like this, too: as the files in them
    ctx.actions.run_shell(
        outputs = [out],
        inputs = ctx.files.srcs,
        arguments = [args],
        command = 'out=$1; shift; mkdir -p "$out"; cp "$@" "$out"',
    )
    return [DefaultInfo(files = depset([out]))]

go_library = rule(
    implementation = _go_library_impl,
    attrs = {
        "srcs": attr.label_list(allow_files = [".go"]),
        "importpath": attr.string(mandatory = True),
        "deps": attr.label_list(),
    },
)
