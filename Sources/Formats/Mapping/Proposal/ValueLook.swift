import CaseModel

/// Lists what one value looks like, apart from dates.
enum ValueLook: Hashable {
  case number, time, link, mail, phone, code, country, place, person, organization, other

  /// Returns what a value looks like.
  init(_ text: String) {
    let bytes = Array(text.utf8.prefix(200))
    if Self.isLink(text) {
      self = .link
    } else if bytes.contains(UInt8(ascii: "@")), !bytes.contains(UInt8(ascii: " ")) {
      self = .mail
    } else if let look = Self.digits(bytes) {
      self = look
    } else if CountryTable.standard.country(named: text) != nil {
      self = .country
    } else if Self.isPlace(text) {
      self = .place
    } else {
      self = Self.name(text)
    }
  }

  private static func isLink(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://") || start.hasPrefix("www.")
  }

  /// Returns what a text that is made of digits and signs looks like; `nil` for others.
  private static func digits(_ bytes: [UInt8]) -> ValueLook? {
    let count = bytes.count { 0x30...0x39 ~= $0 }
    guard count > 0 else { return nil }
    let letters = bytes.count { 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 >= 0x80 }
    let colons = bytes.count { $0 == UInt8(ascii: ":") }
    if letters <= 3, colons == 1 || colons == 2, count <= 6, bytes.count <= 12 { return .time }
    let isGlued = !bytes.contains(UInt8(ascii: " ")) && bytes.count <= 40
    if letters > 0 {
      // "£1,200" and "12 €" are numbers, "MTG-2019-1" is a code.
      let plain = bytes.filter { $0 < 0x80 && (0x41...0x5A ~= $0 || 0x61...0x7A ~= $0) }
      if plain.isEmpty, letters <= 4, bytes.count <= 20 { return .number }
      return isGlued ? .code : nil
    }
    let hasPlus = bytes.first == UInt8(ascii: "+")
    let isLong = count >= 8 && bytes.first == UInt8(ascii: "0")
    if hasPlus && count >= 7 || isLong { return .phone }
    let signs = Set(bytes.filter { !(0x30...0x39 ~= $0) })
    if signs.isSubset(of: Set(".,'-+% $".utf8)), bytes.dropFirst().allSatisfy({ $0 != 0x2D }) {
      return .number
    }
    return isGlued ? .code : count >= 7 ? .phone : nil
  }

  /// A place with its country behind a comma: "Mumbai, Maharashtra, India".
  private static func isPlace(_ text: String) -> Bool {
    guard let comma = text.lastIndex(of: ","), text.utf8.count <= 120 else { return false }
    let end = text[text.index(after: comma)...].trimmingSpaces
    return CountryTable.standard.country(named: end) != nil
  }

  // MARK: - Names

  private static func name(_ text: String) -> ValueLook {
    guard text.utf8.count <= 100 else { return .other }
    var text = text
    var bracket: Substring = ""
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex {
      bracket = text[text.index(after: open)...].dropLast()
      text = text[..<open].trimmingSpaces
    }
    let words = text.split { $0 == " " || $0 == "\u{A0}" }
    let keys = words.map { NameKeys.folded($0.filter { $0 != "," }) }
    if isOrganization(text, words, keys) { return .organization }
    if isPerson(words, keys) { return .person }
    // "Police (Kenya)"
    let isOfCountry = !bracket.isEmpty && CountryTable.standard.country(named: bracket) != nil
    return isOfCountry && text.first?.isUppercase == true ? .organization : .other
  }

  private static func isOrganization(_ text: String, _ words: [Substring], _ keys: [String])
    -> Bool
  {
    guard text.first?.isLowercase != true, words.count <= 12 else { return false }
    if BodyTable.body(text) != nil { return true }
    if keys.count > 1, keys.contains(where: ProposalWords.organizations.contains) { return true }
    if keys.count > 1, let last = keys.last, TitleVocabulary.bodyNouns.contains(last) {
      return true
    }
    // German compounds: "Bundesverband", "Musterstiftung".
    let ends = ["verband", "verein", "stiftung", "gesellschaft", "ministerium", "werke", "bank"]
    if keys.contains(where: { key in ends.contains { key.hasSuffix($0) } }) { return true }
    if words.contains("&") { return true }
    let isShort = words.count == 1 && 2...6 ~= text.count
    return isShort && text.allSatisfy { $0.isUppercase }
  }

  /// A person has two words or more, each with a capital; particles may be small.
  private static func isPerson(_ words: [Substring], _ keys: [String]) -> Bool {
    guard 2...7 ~= words.count else { return false }
    var capitals = 0
    for (word, key) in zip(words, keys) {
      guard let first = word.first, first.isLetter, word.count <= 25 else { return false }
      if first.isUppercase {
        capitals += 1
      } else if !PhraseWords.particles.contains(key), first.isLowercase {
        return false
      } else if !first.isLowercase {
        // A script without capitals.
        capitals += 1
      }
      if word.contains(where: { $0.isNumber || ":;!?\"/".contains($0) }) { return false }
    }
    let isField = { (key: String) in
      TitleVocabulary.fields.contains(key) || TitleVocabulary.modifiers.contains(key)
    }
    if keys.allSatisfy({ isField($0) || PhraseWords.particles.contains($0) }) { return false }
    return capitals >= 2 && keys.first != "the"
  }
}
