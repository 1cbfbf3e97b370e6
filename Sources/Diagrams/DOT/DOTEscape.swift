/// Escapes text for each place where Graphviz reads one.
///
/// The rules were found by trial with Graphviz 2.43, as most of them are documented nowhere; the
/// tests put every one of them to the library.
enum DOTEscape {
  /// Escapes the contents of a quoted string for the DOT lexer, which knows only `\"`.
  static func string(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
  }

  /// Escapes text shown by a plain label, in a quoted string.
  ///
  /// Escapes such as `\N` and entities such as `&eacute;` act here. `<` and `>` are escaped too:
  /// the library interns strings, and a plain string equal to an HTML-like one would turn into it.
  static func label(_ text: String, to bytes: inout [UInt8]) {
    shownString(text, backslash: "\\\\", to: &bytes)
  }

  /// Escapes text shown on hover, in a quoted string, where backslashes are read twice.
  static func tooltip(_ text: String, to bytes: inout [UInt8]) {
    shownString(text, backslash: "\\\\\\\\", to: &bytes)
  }

  private static func shownString(_ text: String, backslash: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes.append(backslash)
      case UInt8(ascii: "\""): bytes.append("\\\"")
      case UInt8(ascii: "\n"): bytes.append("\\n")
      default: shown(byte, to: &bytes)
      }
    }
  }

  /// Escapes a link that `DOTLink` has let through.
  static func link(_ text: String) -> String { text.replacing("&", with: "&amp;") }

  /// Escapes text between the tags of an HTML-like label.
  ///
  /// Spaces at the edges and in runs become no-break spaces, because SVG drops them.
  static func htmlText(_ text: String, to bytes: inout [UInt8]) {
    var followsSpace = true
    var rest = text.utf8.count
    for byte in text.utf8 {
      rest -= 1
      switch byte {
      case UInt8(ascii: " ") where followsSpace || rest == 0: bytes.append("&#160;")
      case UInt8(ascii: "\\"): bytes.append("\\\\")
      case UInt8(ascii: "\n"): bytes.append("<BR/>")
      // A run of nothing else is taken for an error.
      case UInt8(ascii: "]"): bytes.append("&#93;")
      default: shown(byte, to: &bytes)
      }
      followsSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
    }
  }

  /// Escapes the value of an attribute of an HTML-like label.
  static func htmlAttribute(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes.append("\\\\")
      case UInt8(ascii: "\n"): bytes.append("&#10;")
      case UInt8(ascii: "\""): bytes.append("&quot;")
      case UInt8(ascii: "'"): bytes.append("&#39;")
      default: shown(byte, to: &bytes)
      }
    }
  }

  /// Only ASCII has to be escaped, which is no part of other characters in UTF-8.
  private static func shown(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): bytes.append("&amp;")
    case UInt8(ascii: "<"): bytes.append("&lt;")
    case UInt8(ascii: ">"): bytes.append("&gt;")
    default: bytes.append(byte)
    }
  }
}

extension [UInt8] {
  /// Appends the bytes of a text.
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
