/// A name that is inert in DOT, in SVG and in a fragment of a link.
///
/// Names of ASCII letters, digits, `_`, `.` and `-` stay as they are. Any other name gets a form
/// of its own: the prefix `x-`, then the UTF-8 bytes with each one outside letters and digits as
/// `_` and two hexadecimal digits. Different names never share a form.
public struct DOTIdentifier: Sendable, Hashable {
  /// The form that is written.
  public let text: String

  private static let prefix = "x-"

  /// Creates the identifier of a name.
  public init(_ name: String) {
    if !name.isEmpty, !name.hasPrefix(Self.prefix), name.utf8.allSatisfy(Self.isPlain) {
      text = name
    } else {
      text = name.utf8.reduce(into: Self.prefix) { text, byte in
        if DOTCharacters.isAlphanumeric(byte) {
          text.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          text += "_" + DOTCharacters.hexadecimal(byte, isUppercase: false)
        }
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    DOTCharacters.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }
}
