import CaseModel

/// Holds a country as texts name it.
public struct CountryName: Hashable, Sendable {
  /// A short id, such as `korea-south`.
  public let id: String
  /// The usual English name.
  public let name: String
  /// The code in ISO 3166-1, three letters; `nil` for states of the past and disputed ones.
  public let code: String?
}

/// Knows the names of countries in English, the adjectives made of them, and their codes.
///
/// Names are compared without case and accents. States that are no more, such as the Soviet Union,
/// are countries of their own unless `replacing` says otherwise.
public struct CountryTable: Sendable {
  /// The table as written here.
  public static let standard = CountryTable()

  private let byID: [String: CountryName]
  private let byCode: [String: CountryName]
  private let byName: [String: CountryName]
  private let byAdjective: [String: CountryName]
  /// The most words in one name or adjective.
  let longestWordCount: Int

  /// Makes the table, with some ids of countries replaced, such as `soviet-union` by `russia`.
  ///
  /// An id that the table does not know stands for itself; what is replaced keeps its names.
  public init(replacing replacements: [String: String] = [:]) {
    var byID: [String: CountryName] = [:]
    var byCode: [String: CountryName] = [:]
    var byName: [String: CountryName] = [:]
    var byAdjective: [String: CountryName] = [:]
    let rows = Self.rows
    for row in rows { byID[row.country.id] = row.country }
    for row in rows {
      var country = row.country
      if let id = replacements[country.id] {
        country = byID[id] ?? CountryName(id: id, name: country.name, code: country.code)
      }
      if let code = row.country.code { byCode[code] = country }
      for name in [row.country.name] + row.names { byName[Self.key(name)] = country }
      for adjective in row.adjectives { byAdjective[Self.key(adjective)] = country }
    }
    self.byID = byID
    self.byCode = byCode
    self.byName = byName
    self.byAdjective = byAdjective
    let counts = (Array(byName.keys) + Array(byAdjective.keys)).map {
      $0.split(separator: " ").count
    }
    longestWordCount = counts.max() ?? 1
  }

  /// Returns the country of an id such as `russia`.
  public func country(id: String) -> CountryName? { byID[id] }

  /// Returns the country of an ISO 3166-1 code of three letters, in any case.
  public func country(code: String) -> CountryName? { byCode[code.uppercased()] }

  /// Returns the country of a name such as "the Republic of Korea" or "Türkiye".
  public func country(named name: some StringProtocol) -> CountryName? {
    let key = Self.key(name)
    return byName[key] ?? (key.hasPrefix("the ") ? byName[String(key.dropFirst(4))] : nil)
  }

  /// Returns the country of an adjective such as "Russian", also in the genitive ("Jordan's").
  public func country(adjective: some StringProtocol) -> CountryName? {
    let key = Self.key(adjective)
    if let country = byAdjective[key] { return country }
    return key.hasSuffix("'s") ? byName[String(key.dropLast(2))] : nil
  }

  /// Returns the text without case, accents, typographic apostrophes and spaces around it.
  static func key(_ text: some StringProtocol) -> String {
    NameKeys.folded(String(text.map { $0 == "\u{2019}" ? "'" : $0 }))
  }
}
