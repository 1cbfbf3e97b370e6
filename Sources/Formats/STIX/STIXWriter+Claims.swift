import CaseModel
import GraphModel

/// Claims, questions and sources.
extension STIXWriter {
  mutating func add(_ claim: Claim) {
    guard let id = references[claim.id.rawValue] else { return }
    var about = references[claim.target.rawValue] ?? author
    // A claim about itself is about nothing.
    if about == id { about = author }
    let speaker = identity(claim.claimant)
    let name = index.name(claim.claimant)
    let words = [index.sentence(claim), claim.quote.map { "“\($0)”" }, claim.note]
    let text = words.compactMap(\.self).joined(separator: " ")
    let day = claim.saidOn?.bounds.onlyDay == nil ? nil : claim.saidOn?.days.first
    let isConfidential = claim.isConfidential
    if let opinion = Self.opinion(of: claim.stance) {
      put(
        "opinion",
        id,
        by: speaker,
        on: day,
        isConfidential: isConfidential,
        [
          "explanation": .string(text), "authors": .strings([name]), "opinion": .string(opinion),
          "object_refs": .strings([about]), "lang": .optional(claim.language),
          "labels": .strings([claim.stance.rawValue]),
          "external_references": external(claim),
        ]
      )
    } else {
      put(
        "note",
        id,
        by: speaker,
        on: day,
        isConfidential: isConfidential,
        [
          "abstract": .string(claim.stance.rawValue), "content": .string(text),
          "authors": .strings([name]), "object_refs": .strings([about]),
          "lang": .optional(claim.language), "labels": .strings([claim.stance.rawValue]),
          "external_references": external(claim),
        ]
      )
    }
    link(claim.id, id, "derived-from", claim.via?.rawValue)
    link(claim.id, id, "made-in", claim.utterance?.rawValue)
  }

  private mutating func link(_ claim: ClaimID, _ id: String, _ type: String, _ target: String?) {
    guard let target, let reference = references[target], reference != id else { return }
    put(
      "relationship",
      identifier("relationship", type, claim.rawValue),
      [
        "relationship_type": .string(type), "source_ref": .string(id),
        "target_ref": .string(reference),
      ]
    )
  }

  /// The source of a claim, with the place in it.
  private func external(_ claim: Claim) -> JSONValue {
    guard let source = claim.source.flatMap({ index.sources[$0] }) else {
      guard let locator = claim.locator else { return .null }
      return [.record(["source_name": "unnamed source", "description": .string(locator)])]
    }
    let text = [source.title, claim.locator].compactMap(\.self).joined(separator: ", ")
    return [
      .record([
        "source_name": .string(source.publisher ?? source.id.rawValue),
        "description": .string(text),
        "url": .optional(source.url.flatMap { WebAddress($0)?.text }),
        "external_id": .id(claim.id),
      ])
    ]
  }

  mutating func add(_ question: Question) {
    let pattern = question.pattern
    let subjects = pattern.with.map(\.rawValue) + pattern.events.map(\.rawValue)
    var seen: Set<String> = []
    let about = subjects.compactMap { references[$0] }.filter { seen.insert($0).inserted }
    let id = identifier("note", "question", question.id.rawValue)
    addReference(question.id.rawValue, id)
    put(
      "note",
      id,
      [
        "abstract": "Open question", "content": .string(question.text),
        "object_refs": .strings(about.isEmpty ? [author] : about), "labels": .strings(["question"]),
      ]
    )
  }

  mutating func add(_ source: Source) {
    var claims = index.content.claims.filter { $0.source == source.id }
      .compactMap { references[$0.id.rawValue] }
    if claims.isEmpty { claims = [author] }
    let published = source.published?.days.first ?? source.published?.days.last
    let digest: JSONValue = source.sha256.map { .record(["SHA-256": .string($0)]) } ?? .null
    let address = source.url.flatMap { WebAddress($0)?.text }
    let archived = source.archivedURL.flatMap { WebAddress($0)?.text }
    var links: [JSONValue] = []
    for (name, url) in [(source.publisher ?? "publisher", address), ("archived copy", archived)] {
      guard let url else { continue }
      links.append(
        .record(["source_name": .string(name), "url": .string(url), "hashes": digest])
      )
    }
    let author = source.author.map { "Author: \($0)." }
    let date = source.published.map { "Published: \($0.edtf)." }
    let text = [author, date, source.note].compactMap(\.self).joined(separator: " ")
    put(
      "report",
      identifier("report", "source", source.id.rawValue),
      isConfidential: source.isConfidential,
      [
        "name": .string(source.title), "description": .optional(text.isEmpty ? nil : text),
        "published": .string(Self.time(published ?? "1970-01-01")),
        "object_refs": .strings(claims), "external_references": .list(links),
      ]
    )
  }
}
