import GraphModel

/// Names the five properties by which an uncertain date stands on a node or relationship: the
/// notation, the first and last possible day for readers with other tools, basis and verbatim text.
struct DateProperties {
  let edtf: String
  let earliest: String
  let latest: String
  let basis: String
  let text: String

  /// The date of an event, under the short names that queries use most.
  static let event = DateProperties(
    edtf: "date",
    earliest: "earliest",
    latest: "latest",
    basis: "dateBasis",
    text: "dateText"
  )
  /// When a claim was made.
  static let saidOn = DateProperties("saidOn")
  /// When a post was held, or a relation held.
  static let held = DateProperties("held")
  /// When a source was published.
  static let published = DateProperties("published")
  /// When a source was retrieved.
  static let retrieved = DateProperties("retrieved")

  /// Any other date.
  private init(_ name: String) {
    self.init(
      edtf: name,
      earliest: name + "Earliest",
      latest: name + "Latest",
      basis: name + "Basis",
      text: name + "Text"
    )
  }

  private init(edtf: String, earliest: String, latest: String, basis: String, text: String) {
    self.edtf = edtf
    self.earliest = earliest
    self.latest = latest
    self.basis = basis
    self.text = text
  }

  func write(_ date: UncertainDate?, to properties: inout Properties) {
    guard let date else { return }
    properties[edtf] = .string(date.edtf)
    properties[earliest] = date.bounds.earliest.map(Value.date)
    properties[latest] = date.bounds.latest.map(Value.date)
    properties[basis] = date.basis.map(Value.string)
    properties[text] = date.verbatim.map(Value.string)
  }

  /// Whether the notation is there, and is EDTF.
  func isWritten(in properties: Properties) -> Bool {
    properties.text(edtf).map { (try? EDTF($0)) != nil } ?? false
  }
}

extension Properties {
  /// Makes properties of the texts that are not missing.
  init(texts: KeyValuePairs<String, String?>) {
    self.init(minimumCapacity: texts.count)
    for case (let key, let text?) in texts { self[key] = .string(text) }
  }

  /// Returns the text under `key`.
  func text(_ key: String) -> String? { self[key]?.stringValue }
}
