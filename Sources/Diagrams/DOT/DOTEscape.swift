/// Escapes text for each place where Graphviz reads one.
///
/// The rules were found by trial with Graphviz 2.43, as most of them are documented nowhere; the
/// tests put every one of them to the library.
enum DOTEscape {
  /// Escapes the contents of a quoted string for the DOT lexer, which knows only `\"`.
  static func quoted(_ text: String) -> String {
    "\"" + replacing(in: text) { $0 == UInt8(ascii: "\"") ? "\\\"" : nil } + "\""
  }

  /// Escapes text shown by a plain label.
  ///
  /// Escapes such as `\N` and entities such as `&eacute;` act here. `<` and `>` are escaped too:
  /// the library interns strings, and a plain string equal to an HTML-like one would turn into it.
  static func label(_ text: String) -> String {
    replacing(in: text) { byte in
      switch byte {
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "\n"): "\\n"
      default: entity(byte)
      }
    }
  }

  /// Escapes text shown on hover, where backslashes are read twice.
  static func tooltip(_ text: String) -> String {
    replacing(in: text) { byte in
      switch byte {
      case UInt8(ascii: "\\"): "\\\\\\\\"
      case UInt8(ascii: "\n"): "\\n"
      default: entity(byte)
      }
    }
  }

  /// Escapes a link that `DOTLink` has let through.
  static func link(_ text: String) -> String {
    replacing(in: text) { $0 == UInt8(ascii: "&") ? "&amp;" : nil }
  }

  /// Escapes text between the tags of an HTML-like label.
  ///
  /// Spaces at the edges and in runs become no-break spaces, because SVG drops them.
  static func htmlText(_ text: String) -> String {
    var followsSpace = true
    var rest = text.utf8.count
    return replacing(in: text) { byte in
      rest -= 1
      defer { followsSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
      switch byte {
      case UInt8(ascii: " "): return followsSpace || rest == 0 ? "&#160;" : nil
      case UInt8(ascii: "\\"): return "\\\\"
      case UInt8(ascii: "\n"): return "<BR/>"
      // A run of nothing else is taken for an error.
      case UInt8(ascii: "]"): return "&#93;"
      default: return entity(byte)
      }
    }
  }

  /// Escapes the value of an attribute of an HTML-like label.
  static func htmlAttribute(_ text: String) -> String {
    replacing(in: text) { byte in
      switch byte {
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "\n"): "&#10;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      default: entity(byte)
      }
    }
  }

  private static func entity(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: nil
    }
  }

  /// Only ASCII has to be escaped, which is no part of other characters in UTF-8.
  private static func replacing(in text: String, with replacement: (UInt8) -> String?) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if let replacement = replacement(byte) {
        result += replacement.utf8
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
