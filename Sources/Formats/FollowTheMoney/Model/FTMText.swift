import Foundation

/// Brings text into the form that FollowTheMoney would give it, so that nothing changes when its
/// own programs read it.
enum FTMText {
  /// Returns the text of a value of the type: composed, without invisible characters, on one line
  /// with single spaces where the type wants that.
  static func cleaned(_ text: String, _ type: FTMPropertyType) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      if isSpace(scalar) {
        scalars.append(" ")
      } else if !isInvisible(scalar) {
        scalars.append(scalar)
      }
    }
    let kept = String(scalars)
    switch type {
    case .name: return unquoted(squashed(kept))
    case .address: return squashed(withoutBreaks(kept))
    case .text, .string: return kept.trimmingCharacters(in: .whitespacesAndNewlines)
    default: return squashed(kept)
    }
  }

  private static func squashed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Strips quotation marks around the whole.
  private static func unquoted(_ text: String) -> String {
    guard text.count > 1, let mark = text.first, mark == "\"" || mark == "'", text.last == mark
    else { return text }
    return squashed(String(text.dropFirst().dropLast()))
  }

  /// Line breaks and semicolons of addresses are commas.
  private static func withoutBreaks(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" || $0 == ";" }
      .map { squashed(String($0)) }.joined(separator: ", ")
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    default: scalar.value == 0x85
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar != "\n" && scalar != "\t"
    case .format, .surrogate, .unassigned, .privateUse: true
    default: false
    }
  }
}

/// Lists the types of properties that are written, as statements name them.
enum FTMPropertyType: String {
  case name, string, text, country, topic, date, url, identifier, address, entity

  /// Returns the type of a property; all schemata agree on those that are written.
  static func of(_ property: String) -> FTMPropertyType { types[property] ?? .string }

  private static let types: [String: FTMPropertyType] = [
    "name": .name, "alias": .name, "previousName": .name, "weakAlias": .name,
    "abbreviation": .name,
    "country": .country, "citizenship": .country, "jurisdiction": .country,
    "nationality": .country, "birthCountry": .country, "mainCountry": .country,
    "topics": .topic, "wikidataId": .identifier, "territoryCode": .identifier,
    "date": .date, "startDate": .date, "endDate": .date, "publishedAt": .date,
    "retrievedAt": .date, "createdAt": .date, "modifiedAt": .date,
    "sourceUrl": .url, "full": .address, "location": .address,
    "summary": .text, "description": .text, "notes": .text,
    "entity": .entity, "subject": .entity, "object": .entity, "proof": .entity,
    "involved": .entity, "organizer": .entity, "addressEntity": .entity, "holder": .entity,
    "post": .entity, "organization": .entity, "member": .entity, "agent": .entity,
    "client": .entity, "parent": .entity, "partOf": .entity,
  ]
}
