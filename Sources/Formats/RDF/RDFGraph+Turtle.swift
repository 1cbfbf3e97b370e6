import GraphModel

/// Turtle (W3C Recommendation of 2014).
extension RDFGraph {
  /// Writes the prefixes.
  var turtleHeader: String {
    prefixes.map { "@prefix \($0.name): <\($0.namespace)> .\n" }.joined() + "\n"
  }

  /// Returns a subject with all that is said of it.
  static func turtle(_ subject: Subject) -> String {
    let lines = subject.statements.map { statement in
      let predicate = statement.predicate == "rdf:type" ? "a" : statement.predicate
      return "  \(predicate) " + statement.objects.map(turtle).joined(separator: ", ")
    }
    return "\(subject.name)\n" + lines.joined(separator: " ;\n") + " .\n\n"
  }

  private static func turtle(_ object: Object) -> String {
    switch object {
    case .resource(let name): name
    case .address(let address): "<\(escaped(address: address))>"
    case .text(let text, let language): quoted(text) + (language.map { "@\($0)" } ?? "")
    case .typed(let text, let type): "\(quoted(text))^^\(type)"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Addresses are percent-encoded already; these signs must not stand in one all the same.
  private static func escaped(address: String) -> String {
    String(address.filter { !"<>\"{}|^`\\ ".contains($0) })
  }
}
