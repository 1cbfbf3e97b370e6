import GraphModel

/// Finds aliases before the YAML library sees them: a few hundred bytes of nested aliases stand for
/// more values than memory holds.
///
/// The scan does not know quotes and blocks. It takes `*name` for an alias only where `&name` for
/// the same name stands before it, which prose does not do.
enum AliasScan {
  static func firstAlias(in text: String) -> (name: String, position: SourcePosition)? {
    var anchors: Set<[UInt8]> = []
    var line = 1
    var column = 0
    var previous = UInt8(ascii: "\n")
    var opener: (sign: UInt8, column: Int)?
    var name: [UInt8] = []
    for byte in text.utf8 {
      column += 1
      if let sign = opener?.sign, let start = opener?.column {
        if isNameByte(byte) {
          name.append(byte)
        } else {
          if name.isEmpty {
            // A sign between spaces is prose.
          } else if sign == UInt8(ascii: "&") {
            anchors.insert(name)
          } else if anchors.contains(name) {
            return (
              String(decoding: name, as: UTF8.self), SourcePosition(line: line, column: start)
            )
          }
          opener = nil
        }
      }
      if opener == nil, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"),
        !isNameByte(previous)
      {
        opener = (byte, column)
        name = []
      }
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 0
      }
      previous = byte
    }
    guard let opener, opener.sign == UInt8(ascii: "*"), anchors.contains(name) else { return nil }
    return (
      String(decoding: name, as: UTF8.self), SourcePosition(line: line, column: opener.column)
    )
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
