import CaseModel
import Foundation

/// Writes entities as statements: a row for each value and each claim that affirms it.
struct FTMStatementWriter {
  private let index: CaseIndex
  private let caseDataset: String

  /// The names of the columns, in the order of followthemoney.
  static let columns = [
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin",
    "lang", "original_value", "external", "first_seen", "last_seen", "id",
  ]

  static let header = columns.map { "\"\($0)\"" }.joined(separator: ",") + "\n"

  /// The origin of what no claim says.
  static let unclaimed = "case"

  init(_ index: CaseIndex) {
    self.index = index
    caseDataset = Self.slug(index.content.info.id)
  }

  /// Returns the rows of an entity, its id first.
  func rows(_ entity: FTMEntity) -> [String] {
    let identity = FTMValue(text: entity.id, claims: entity.claims)
    var rows = rows(entity, "id", "id", identity)
    for property in entity.properties {
      let type = FTMPropertyType.of(property.name)
      for value in property.values {
        rows += self.rows(entity, property.name, type.rawValue, value)
      }
    }
    return rows
  }

  private func rows(_ entity: FTMEntity, _ property: String, _ type: String, _ value: FTMValue)
    -> [String]
  {
    let claims = value.claims.compactMap { index.claims[$0] }
    let sayings: [Claim?] = claims.isEmpty ? [nil] : claims
    return sayings.map { claim in
      let dataset = claim?.source.map { Self.slug($0.rawValue) } ?? caseDataset
      let origin = claim?.id.rawValue ?? Self.unclaimed
      let seen = claim.flatMap(seen) ?? ""
      let isWords = ["name", "string", "text", "address"].contains(type)
      let language = isWords ? value.language.map(Self.long) ?? "" : ""
      let original = value.original == value.text ? "" : value.original ?? ""
      let key = [dataset, origin, entity.id, property, value.text, language]
      let cells = [
        entity.id, entity.id, property, type, entity.schema, value.text, dataset, origin,
        language, original, "f", seen, seen,
        StableHash(key.joined(separator: "\u{1F}")).hexadecimal,
      ]
      return cells.map(Self.quoted).joined(separator: ",") + "\n"
    }
  }

  private func seen(_ claim: Claim) -> String? {
    let date = claim.saidOn ?? KnownClaims.knownSince(claim, index: index)
    return date.flatMap { FTMDate.enclosing($0.bounds) }
  }

  /// Returns an id as the name of a dataset: small letters, digits and underlines.
  static func slug(_ id: String) -> String {
    let folded = id.applyingTransform(
      StringTransform("Any-Latin; Latin-ASCII; Lower()"),
      reverse: false
    )
    let signs = (folded ?? id).unicodeScalars.map { scalar in
      scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        ? Character(scalar) : "_"
    }
    return String(signs)
  }

  /// Returns a language with three letters, as FollowTheMoney has them.
  private static func long(_ language: String) -> String {
    let code = language.prefix { $0 != "-" }
    return Locale.LanguageCode(String(code)).identifier(.alpha3) ?? String(code)
  }

  private static func quoted(_ cell: String) -> String {
    "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
