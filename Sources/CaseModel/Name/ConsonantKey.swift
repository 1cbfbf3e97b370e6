/// Reduces a word to its consonants, so that spellings made for different languages meet.
///
/// Keys collide (Michael, Michelle), so they serve to find, never to decide.
enum ConsonantKey {
  /// Returns the keys of a lower-case ASCII word: several where languages read a letter differently.
  ///
  /// A leading vowel, `y` or `j` counts as one sound, other vowels as none. Words with other
  /// characters and words of one sound have no key.
  static func keys(of word: String) -> [String] {
    let letters = Array(word.utf8)
    guard letters.allSatisfy({ (ascii("a")...ascii("z")).contains($0) }) else { return [] }
    // German "ch" is Russian "kh"; "j" is "zh" in French, "kh" in Spanish, a vowel elsewhere.
    let pairs = zip(letters, letters.dropFirst())
    let hasCH = pairs.contains { $0 == (ascii("c"), ascii("h")) }
    let readingsOfJ = letters.contains(ascii("j")) ? [[], [ascii("s")], [ascii("h")]] : [[]]
    var keys: [String] = []
    for ch in hasCH ? [[ascii("s")], [ascii("h")]] : [[]] {
      for j in readingsOfJ {
        let key = key(of: letters, ch: ch, j: j)
        if key.utf8.count > 1, !keys.contains(key) { keys.append(key) }
      }
    }
    return keys
  }

  private static func key(of letters: [UInt8], ch: [UInt8], j: [UInt8]) -> String {
    var sounds: [UInt8] = []
    var rest = letters[...]
    while let letter = rest.first {
      var (length, sound) = (1, [letter])
      if let group = groups[letter]?.first(where: { rest.starts(with: $0.letters) }) {
        (length, sound) = (group.letters.count, group.sound ?? ch)
      } else if letter == ascii("j") {
        sound = j
      } else if vowels.contains(letter) || isSilentH(rest) {
        sound = []
      } else if letter == ascii("c") {
        sound = [ascii(rest.dropFirst().first.map(frontVowels.contains) == true ? "s" : "k")]
      }
      if sound.isEmpty, rest.startIndex == 0 { sound = [ascii("a")] }
      for byte in sound where byte != sounds.last { sounds.append(byte) }
      rest = rest.dropFirst(length)
    }
    trimEnding(of: &sounds, letters: letters)
    return String(decoding: sounds, as: UTF8.self)
  }

  /// Tells whether an inner h lengthens a vowel ("John", "Kohl", "Sarah").
  private static func isSilentH(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.first == ascii("h"), rest.startIndex > 0 else { return false }
    return rest.dropFirst().first.map(Array("ln".utf8).contains) ?? true
  }

  /// Unites -ov, -off and -ow, and drops the Baltic -s of Slavic surnames.
  private static func trimEnding(of sounds: inout [UInt8], letters: [UInt8]) {
    if letters.count > 5, letters.last == ascii("s"),
      sounds.dropLast().last.map(Array("vnk".utf8).contains) == true
    {
      sounds.removeLast()
    }
    if sounds.last == ascii("f") { sounds[sounds.count - 1] = ascii("v") }
  }

  private static func ascii(_ letter: Unicode.Scalar) -> UInt8 { UInt8(ascii: letter) }

  private static let vowels = Set("aeiouy".utf8)
  private static let frontVowels = Set("eiy".utf8)

  /// Letter groups by first letter, longest first, and their sound, which for "ch" varies.
  private static let groups: [UInt8: [(letters: [UInt8], sound: [UInt8]?)]] = {
    let table = [
      ("ch", nil), ("ck", "k"), ("cz", "s"), ("dsch", "s"), ("dzh", "s"), ("dj", "s"),
      ("gh", "g"), ("kh", "h"), ("ph", "f"), ("q", "k"), ("sch", "s"), ("sh", "s"), ("sj", "s"),
      ("sz", "s"), ("tsch", "s"), ("tch", "s"), ("tsj", "s"), ("th", "t"), ("tj", "s"),
      ("ts", "s"), ("tz", "s"), ("w", "v"), ("x", "ks"), ("zh", "s"), ("zj", "s"), ("z", "s"),
    ]
    let bytes = table.map { (letters: Array($0.0.utf8), sound: $0.1.map { Array($0.utf8) }) }
    return Dictionary(grouping: bytes) { $0.letters.first ?? 0 }
  }()
}
