import GraphModel
import Yams

/// Says what the YAML library found wrong, with a place and a remedy.
enum YAMLDiagnostic {
  static func diagnostic(for error: YamlError, text: String, columns: ColumnTable) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let about = context.map { " \($0.text)" } ?? ""
      return Diagnostic(
        .yamlSyntax,
        clean(problem) + clean(about),
        position: columns.position(of: mark),
        remedy: remedy(problem)
      )
    case .duplicatedKeysInMapping(let keys, let context):
      return Diagnostic(
        .duplicateKey,
        "'\(keys.first ?? "")' stands twice in one mapping",
        position: columns.position(of: context.mark),
        length: keys.first?.utf8.count ?? 1,
        remedy: "keep one of them"
      )
    case .reader(let problem, let offset, _, _):
      return Diagnostic(
        .yamlSyntax,
        clean(problem),
        position: offset.map { place(of: $0, in: text, columns) },
        remedy: "remove the character"
      )
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return Diagnostic(.yamlSyntax, "the YAML cannot be read: \(error)")
    }
  }

  private static func clean(_ words: String) -> String {
    words.split { $0.isNewline }.joined(separator: " ")
  }

  private static func remedy(_ problem: String) -> String {
    if problem.contains("tab") { return "indent with spaces" }
    if problem.contains("mapping values") {
      return "quote a text that contains ': ', and check the indentation"
    }
    if problem.contains("another document") { return "keep one document per file" }
    if problem.contains("alias") { return "quote a text that begins with '*'" }
    if problem.contains("nesting") { return "flatten the document" }
    return "check the indentation, and quote texts that begin with a sign or contain ': '"
  }

  private static func place(of offset: Int, in text: String, _ columns: ColumnTable)
    -> SourcePosition
  {
    var line = 1
    var character = 1
    for scalar in text.prefix(offset).unicodeScalars {
      if scalar == "\n" {
        line += 1
        character = 1
      } else {
        character += 1
      }
    }
    return columns.position(line: line, character: character)
  }
}
