public import Foundation

/// Has another program judge documents by a JSON Schema: the Python package `jsonschema`.
public enum SchemaValidator {
  /// Says how it went.
  public enum Verdict: Sendable {
    /// All documents are valid.
    case valid
    /// Python, or one of its packages, is not there; says which.
    case skipped(String)
    /// The schema or a document is not valid; says where and why.
    case invalid(String)
  }

  /// Judges every `.json` and, where the package `yaml` is there, every `.yaml` file of `folder`.
  public static func judge(_ folder: URL, by schema: String) throws -> Verdict {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, Repository.path(schema), folder.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    switch process.terminationStatus {
    case 0: return .valid
    // 127: there is no python3 at all.
    case 3, 127: return .skipped(output.trimmingCharacters(in: .whitespacesAndNewlines))
    default: return .invalid(output)
    }
  }

  private static let script = """
    import json, pathlib, sys
    try:
        import jsonschema
        Validator = jsonschema.Draft202012Validator
    except (ImportError, AttributeError) as error:
        print(error)
        sys.exit(3)
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Validator.check_schema(schema)
    documents = {
        path: json.load(open(path, encoding="utf-8"))
        for path in sorted(pathlib.Path(sys.argv[2]).glob("*.json"))
    }
    try:
        import yaml
        class Loader(yaml.SafeLoader):
            pass
        Loader.yaml_implicit_resolvers = {
            sign: [rule for rule in rules if not rule[0].endswith(":timestamp")]
            for sign, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }
        for path in sorted(pathlib.Path(sys.argv[2]).glob("*.yaml")):
            documents[path] = yaml.load(open(path, encoding="utf-8"), Loader)
    except ImportError:
        pass
    failed = False
    for path, document in documents.items():
        fault = jsonschema.exceptions.best_match(Validator(schema).iter_errors(document))
        if fault:
            failed = True
            print(path.name, fault.json_path, fault.message[:400])
    sys.exit(1 if failed else 0)
    """
}
