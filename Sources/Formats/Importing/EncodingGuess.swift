/// Tells Central European and Cyrillic texts from Western ones, where single bytes stand for signs.
enum EncodingGuess {
  /// Returns the encoding that a text is in, if it is not the Western one in which it was read.
  ///
  /// Words in Cyrillic letters look as if nearly all of their letters had accents; Polish and Czech
  /// ones have signs such as "³" and "¹" in the middle of words.
  static func other(than encoding: TextEncoding, _ bytes: [UInt8]) -> TextEncoding? {
    guard encoding == .windows1252 else { return nil }
    let text = String(decoding: bytes.prefix(256 << 10), as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    let isPlain = { (scalar: Unicode.Scalar) in "a"..."z" ~= scalar || "A"..."Z" ~= scalar }
    let isAccented = { (scalar: Unicode.Scalar) in 0xC0...0xFF ~= scalar.value }
    let plain = scalars.count(where: isPlain)
    let accented = scalars.count(where: isAccented)
    let isLetter = { (scalar: Unicode.Scalar) in isPlain(scalar) || isAccented(scalar) }
    // In Windows-1250 these are ą, ł and ż.
    let signs = scalars.indices.dropFirst().dropLast().count { index in
      [0xB9, 0xB3, 0xBF].contains(scalars[index].value) && isLetter(scalars[index - 1])
        && isLetter(scalars[index + 1])
    }
    if accented > plain, accented > 20 { return .windows1251 }
    return signs >= 3 && signs * 8 >= accented ? .windows1250 : nil
  }
}
