"""Go libraries of OpenAPI documents, for rules_go."""

load("@io_bazel_rules_go//go:def.bzl", "go_library")
load(":sdkc.bzl", "sdkc_go_sources")

def sdkc_go_sdk(name, document, importpath, runtime = None, config = {}, visibility = None, **kwargs):
    """Makes the go_library :name of a document.

    Args:
      name: of the go_library.
      document: the document.
      importpath: of its package: "example.com/apis/pets".
      runtime: a go_library of sdkc_go_runtime, whose import path must be "example.com/apis/sdk" then. Without it
        the SDK has its own: :name_sdk, with the import path "example.com/apis/pets/sdk".
      config: more keys of an SDK in sdkc.yaml: {"clientParams": ["AccountSid"], "lenient": True}.
      visibility: of the go_library.
      **kwargs: package, data, overlays, lock, sdkc and what all rules take, as sdkc_go_sources has them.
    """
    sdkc_go_sources(
        name = name + "_sources",
        document = document,
        importpath = importpath,
        runtime_beside = runtime != None,
        config = json.encode(config),
        **kwargs
    )
    if runtime == None:
        runtime = ":" + name + "_sdk"
        sdkc_go_runtime(name + "_sdk", ":" + name + "_sources", importpath + "/sdk", visibility = visibility)
    go_library(
        name = name,
        srcs = [":" + name + "_sources"],
        importpath = importpath,
        deps = [runtime],
        visibility = visibility,
    )

def sdkc_go_runtime(name, sources, importpath, visibility = None):
    """Makes the go_library of the runtime that the sources of any document bring; it is the same for all."""
    native.filegroup(name = name + "_sources", srcs = [sources], output_group = "runtime")
    go_library(name = name, srcs = [":" + name + "_sources"], importpath = importpath, visibility = visibility)

def sdkc_go_sdks(name, documents, importpath, visibility = None, **kwargs):
    """Makes a go_library of each document, one action each, and one runtime for all: the go_library :name.

    Args:
      name: of the runtime's go_library.
      documents: package → document: {"petsv1": "specs/pets_v1.yaml"}; the packages are the names of the libraries.
      importpath: what the packages are below: "example.com/apis" of example.com/apis/petsv1 and example.com/apis/sdk.
      visibility: of all the libraries.
      **kwargs: for each document, as sdkc_go_sdk has them.
    """
    if not documents:
        fail("sdkc_go_sdks(%s) has no documents" % name)
    for package, document in documents.items():
        sdkc_go_sdk(
            name = package,
            document = document,
            importpath = importpath + "/" + package,
            runtime = ":" + name,
            visibility = visibility,
            **kwargs
        )
    sdkc_go_runtime(name, ":" + sorted(documents)[0] + "_sources", importpath + "/sdk", visibility = visibility)
