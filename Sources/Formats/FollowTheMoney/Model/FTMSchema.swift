import CaseModel

/// Knows the schemata of FollowTheMoney, and what they are in a case.
enum FTMSchema {
  /// Lists what a schema can be in a case.
  enum Role {
    case person, agency, country, place, event, document, position, note
    /// A link between two entities: the names of the properties that hold its ends.
    case link(String, String)
    /// Something that has no place in a case, with the reason.
    case foreign(String)
  }

  /// Returns what a schema is; `nil` where there is no such schema.
  static func role(_ schema: String) -> Role? {
    if let role = roles[schema] { return role }
    if documents.contains(schema) { return .document }
    return others.contains(schema)
      ? .foreign("a case has neither people, agencies, places nor events of that kind") : nil
  }

  /// Tells whether one schema says more than another of the same entity.
  static func isNarrower(_ schema: String, than other: String) -> Bool {
    (depths[schema] ?? 2) > (depths[other] ?? 2)
  }

  /// Returns what a link that is neither a post nor a relation nor a participation is called.
  static func relationshipType(_ schema: String) -> String {
    switch schema {
    case "Ownership": "OWNS"
    case "Family": "FAMILY_OF"
    case "Associate": "ASSOCIATE_OF"
    case "Succession": "SUCCEEDED_BY"
    case "Debt": "OWES"
    case "Payment": "PAID"
    case "ProjectParticipant": "IN_PROJECT"
    default: "LINKED_TO"
    }
  }

  private static let depths = [
    "Thing": 0, "Interval": 0, "LegalEntity": 1, "Person": 2, "Organization": 2, "Company": 3,
    "PublicBody": 3, "Document": 1, "Event": 1, "Trip": 2, "Call": 2,
  ]

  private static let roles: [String: Role] = [
    "Person": .person, "LegalEntity": .agency, "Organization": .agency, "Company": .agency,
    "PublicBody": .agency, "Territory": .country, "Address": .place, "Event": .event,
    "Trip": .event, "Call": .event, "Position": .position, "Note": .note,
    "Occupancy": .link("holder", "post"), "Membership": .link("member", "organization"),
    "Employment": .link("employee", "employer"), "Directorship": .link("director", "organization"),
    "Representation": .link("agent", "client"), "UnknownLink": .link("subject", "object"),
    "Similar": .link("candidate", "match"), "Ownership": .link("owner", "asset"),
    "Family": .link("person", "relative"), "Associate": .link("person", "associate"),
    "Succession": .link("predecessor", "successor"), "Debt": .link("debtor", "creditor"),
    "Payment": .link("payer", "beneficiary"),
  ]

  private static let documents: Set<String> = [
    "Article", "Document", "Pages", "PlainText", "HyperText", "Email", "Message", "Table",
    "Workbook", "Image", "Video", "Audio", "Package", "Folder",
  ]

  private static let others: Set<String> = [
    "Airplane", "Asset", "BankAccount", "CallForTenders", "Contract", "ContractAward", "CourtCase",
    "CourtCaseParty", "CryptoWallet", "Documentation", "EconomicActivity", "Identification",
    "License", "Mention", "Page", "Passport", "Project", "ProjectParticipant", "RealEstate", "Risk",
    "Sanction", "Security", "TaxRoll", "UserAccount", "Vehicle", "Vessel",
  ]
}
