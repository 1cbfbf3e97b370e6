import GraphModel
import Yams

/// Reads YAML into a tree in which every scalar is the text as written.
///
/// Dates stay dates and `no` stays a word. Only an empty plain value, `~` and `null` are null.
struct YAMLReader {
  private let columns: ColumnTable

  /// Reads one document.
  static func read(_ text: String, beginning: String) throws(Diagnostic) -> DocumentNode {
    let columns = ColumnTable(text)
    if let alias = AliasScan.firstAlias(in: text) {
      throw Diagnostic(
        .yamlSyntax,
        "the alias '*\(alias.name)' stands for another value",
        position: alias.position,
        length: alias.name.utf8.count + 1,
        remedy: "write the value out; aliases are not part of the format"
      )
    }
    let node: Node?
    do {
      // Without the rules that tell numbers from words: every scalar is a text, also as a key.
      node = try Yams.compose(yaml: text, .basic)
    } catch let error as YamlError {
      throw YAMLDiagnostic.diagnostic(for: error, text: text, columns: columns)
    } catch {
      throw Diagnostic(.yamlSyntax, "the YAML cannot be read: \(error)")
    }
    guard let node else {
      throw Diagnostic(
        .yamlSyntax,
        "the file is empty",
        position: SourcePosition(line: 1, column: 1),
        remedy: "begin it with '\(beginning)'"
      )
    }
    return try YAMLReader(columns: columns).convert(node, depth: 0)
  }

  private func convert(_ node: Node, depth: Int) throws(Diagnostic) -> DocumentNode {
    let position = columns.position(of: node.mark)
    guard depth < DocumentText.nestingLimit else {
      throw Diagnostic(
        .yamlSyntax,
        "values are nested deeper than \(DocumentText.nestingLimit) levels",
        position: position,
        remedy: "flatten the document"
      )
    }
    switch node {
    case .scalar(let scalar):
      let isNull =
        scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return DocumentNode(.scalar(isNull ? .null : .string(scalar.string)), at: position)
    case .sequence(let sequence):
      var elements: [DocumentNode] = []
      for element in sequence { elements.append(try convert(element, depth: depth + 1)) }
      return DocumentNode(.sequence(elements), at: position)
    case .mapping(let mapping):
      var members: [DocumentNode.Member] = []
      for (key, value) in mapping {
        let keyPosition = columns.position(of: key.mark)
        guard case .scalar(let name) = key else {
          throw Diagnostic(
            .yamlSyntax,
            "a name before ':' must be plain text",
            position: keyPosition,
            remedy: "quote it, or write '- ' before the item of a list"
          )
        }
        members.append(
          .init(
            key: name.string,
            keyPosition: keyPosition,
            value: try convert(value, depth: depth + 1)
          )
        )
      }
      return DocumentNode(.mapping(members), at: position)
    case .alias:
      throw Diagnostic(.yamlSyntax, "an alias stands for another value", position: position)
    }
  }
}
