import Foundation

/// Spells names in ASCII letters, in every way that sources are likely to.
enum Romanization {
  /// Returns lower-case spellings: the general one first, then those of newspapers.
  ///
  /// ASCII text never reaches ICU. Other text does, which loads the rules of a script on first use:
  /// hence rules by script, with the ten times slower `Any-Latin` for the remaining scripts only.
  static func spellings(of text: String) -> [String] {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return [text.lowercased()] }
    let used = Set(text.unicodeScalars.compactMap(Script.init))
    let scripts = Script.allCases.filter(used.contains)
    let general = scripts.allSatisfy(\.hasOwnRules) ? scripts.flatMap(\.general) : ["Any-Latin"]
    var spellings = [transformed(text, by: general)]
    for newspaper in scripts.flatMap(\.newspaper) {
      spellings.append(transformed(text, by: [newspaper] + general))
    }
    if used.contains(.latin), let spelled = spelledOut(text) {
      spellings.append(transformed(spelled, by: general))
    }
    return spellings
  }

  private static func transformed(_ text: String, by rules: [String]) -> String {
    let id = (rules + ["Latin-ASCII", "Lower"]).joined(separator: "; ")
    return text.applyingTransform(StringTransform(id), reverse: false) ?? text.lowercased()
  }

  /// Replaces accented letters by the groups that stand for them where accents are not at hand.
  private static func spelledOut(_ text: String) -> String? {
    let letters = text.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars
    guard letters.contains(where: { groups[$0] != nil }) else { return nil }
    return letters.map { groups[$0] ?? String($0) }.joined()
  }

  private static let groups: [Unicode.Scalar: String] = [
    "š": "sh", "ş": "sh", "ș": "sh", "č": "ch", "ž": "zh", "đ": "dj",
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa",
  ]
}

/// Tells apart the scripts that have romanisations of their own.
private enum Script: CaseIterable {
  case latin
  case cyrillic
  case greek
  case armenian
  case georgian
  case other

  /// Returns the script of a scalar; `nil` for ASCII.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case ..<0x80: return nil
    case 0x80..<0x370, 0x1E00..<0x1F00, 0x2000..<0x2070: self = .latin
    case 0x370..<0x400, 0x1F00..<0x2000: self = .greek
    case 0x400..<0x530: self = .cyrillic
    case 0x530..<0x590: self = .armenian
    case 0x10A0..<0x1100, 0x1C90..<0x1CC0: self = .georgian
    default: self = .other
    }
  }

  var hasOwnRules: Bool { self == .latin || !general.isEmpty }

  /// The scientific romanisation.
  var general: [String] {
    switch self {
    case .cyrillic: ["Cyrillic-Latin"]
    case .greek: ["Greek-Latin"]
    case .latin, .armenian, .georgian, .other: []
    }
  }

  /// The romanisations of the Board on Geographic Names, which newspapers in English follow.
  var newspaper: [String] {
    switch self {
    case .cyrillic: ["Russian-Latin/BGN", "Ukrainian-Latin/BGN"]
    case .greek: ["Greek-Latin/BGN"]
    case .armenian: ["Armenian-Latin/BGN"]
    case .georgian: ["Georgian-Latin/BGN"]
    case .latin, .other: []
    }
  }
}
