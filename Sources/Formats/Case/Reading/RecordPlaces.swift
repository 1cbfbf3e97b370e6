import GraphModel

/// Remembers where each record stands, and that no two share an id.
final class RecordPlaces {
  private(set) var positions: [RecordPlace: SourcePosition] = [:]
  private var kinds: [String: String] = [:]
  private let issues: ReadingIssues

  init(issues: ReadingIssues) { self.issues = issues }

  /// Notes the place of a record and of its members.
  ///
  /// An id that is taken is an error that names both places.
  ///
  /// - Parameter remedy: What to do about an id that is taken.
  func add(
    _ id: String,
    _ kind: String,
    at position: SourcePosition,
    members: [String: SourcePosition] = [:],
    remedy: String = "give one of them another id"
  ) {
    guard !id.isEmpty else { return }
    let whole = RecordPlace(record: id, key: nil)
    if let other = positions[whole], let otherKind = kinds[id] {
      issues.add(
        .duplicateID,
        "'\(id)' is the id of \(kind) here and of \(otherKind) in line \(other.line)",
        at: position,
        remedy: remedy
      )
      return
    }
    if id.utf8.count > RecordReader.identifierByteLimit {
      issues.add(
        .invalidID,
        "the id '\(id.prefix(40))…' that follows from the parts of \(kind) is longer than "
          + "\(RecordReader.identifierByteLimit) bytes",
        at: position,
        remedy: "give it a shorter 'id'"
      )
    }
    positions[whole] = position
    kinds[id] = kind
    for (key, position) in members { positions[RecordPlace(record: id, key: key)] = position }
  }

  /// Notes the place of a record read from `reader`; the members of `parts` count as its own.
  func add(_ id: String, _ reader: RecordReader, parts: RecordReader? = nil) {
    let members = (parts?.memberPositions ?? [:])
      .merging(reader.memberPositions) { _, own in own }
    add(id, reader.kind, at: reader.position(of: "id"), members: members)
  }
}
