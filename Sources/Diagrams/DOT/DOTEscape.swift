/// Escapes text for each place where Graphviz reads one.
///
/// The rules were found by trial with Graphviz 2.43, as most of them are documented nowhere; the
/// tests put every one of them to the library.
enum DOTEscape {
  /// Escapes the contents of a quoted string for the DOT lexer, which knows only `\"`.
  static func quoted(_ text: String) -> String {
    "\"" + replacing(in: text) { $0 == "\"" ? "\\\"" : nil } + "\""
  }

  /// Escapes text shown by a plain label.
  ///
  /// Escapes such as `\N` and entities such as `&eacute;` act here. `<` and `>` are escaped too:
  /// the library interns strings, and a plain string equal to an HTML-like one would turn into it.
  static func label(_ text: String) -> String {
    replacing(in: text) { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\n": "\\n"
      default: entity(scalar)
      }
    }
  }

  /// Escapes text shown on hover, where backslashes are read twice.
  static func tooltip(_ text: String) -> String {
    replacing(in: text) { scalar in
      switch scalar {
      case "\\": "\\\\\\\\"
      case "\n": "\\n"
      default: entity(scalar)
      }
    }
  }

  /// Escapes a link that `DOTLink` has let through.
  static func link(_ text: String) -> String {
    replacing(in: text) { $0 == "&" ? "&amp;" : nil }
  }

  /// Escapes text between the tags of an HTML-like label.
  ///
  /// Spaces at the edges and in runs become no-break spaces, because SVG drops them.
  static func htmlText(_ text: String) -> String {
    var followsSpace = true
    var rest = text.unicodeScalars.count
    return replacing(in: text) { scalar in
      rest -= 1
      defer { followsSpace = scalar == " " || scalar == "\n" }
      switch scalar {
      case " ": return followsSpace || rest == 0 ? "&#160;" : nil
      case "\\": return "\\\\"
      case "\n": return "<BR/>"
      // A run of nothing else is taken for an error.
      case "]": return "&#93;"
      default: return entity(scalar)
      }
    }
  }

  /// Escapes the value of an attribute of an HTML-like label.
  static func htmlAttribute(_ text: String) -> String {
    replacing(in: text) { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\n": "&#10;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: entity(scalar)
      }
    }
  }

  private static func entity(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    default: nil
    }
  }

  private static func replacing(
    in text: String,
    with replacement: (Unicode.Scalar) -> String?
  ) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let replacement = replacement(scalar) {
        result += replacement
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
