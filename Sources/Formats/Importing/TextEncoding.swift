import Foundation

/// Lists the encodings of text that files are read in; raw values are the words of `--encoding`.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case latin1 = "iso-8859-1"
  case latin2 = "iso-8859-2"
  case macRoman = "macintosh"

  /// Returns the encoding that people mean by a word such as `latin1` or `UTF8`.
  public init?(word: String) {
    let word = word.lowercased().replacing("_", with: "-")
    if let encoding = Self(rawValue: word) {
      self = encoding
    } else if let encoding = Self.otherWords[word] {
      self = encoding
    } else {
      return nil
    }
  }

  private static let otherWords: [String: TextEncoding] = [
    "utf8": .utf8, "utf-16": .utf16LittleEndian, "utf16": .utf16LittleEndian,
    "utf16le": .utf16LittleEndian, "utf16be": .utf16BigEndian, "cp1252": .windows1252,
    "ansi": .windows1252, "cp1250": .windows1250, "cp1251": .windows1251, "latin1": .latin1,
    "latin-1": .latin1, "latin2": .latin2, "latin-2": .latin2, "mac-roman": .macRoman,
    "macroman": .macRoman,
  ]

  /// What each byte from 0x80 stands for, in an encoding of single bytes; `nil` for others.
  ///
  /// A byte that stands for nothing stands for the control character of its number, as browsers
  /// have it.
  var upperHalf: [Unicode.Scalar]? {
    let encoding: String.Encoding
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: return nil
    case .windows1252: encoding = .windowsCP1252
    case .windows1250: encoding = .windowsCP1250
    case .windows1251: encoding = .windowsCP1251
    case .latin1: encoding = .isoLatin1
    case .latin2: encoding = .isoLatin2
    case .macRoman: encoding = .macOSRoman
    }
    return (UInt8(0x80)...0xFF).map { byte in
      String(bytes: [byte], encoding: encoding)?.unicodeScalars.first ?? Unicode.Scalar(byte)
    }
  }
}
