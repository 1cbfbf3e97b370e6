import CaseModel
import GraphModel

extension CaseReader {
  func readSource(_ node: DocumentNode) {
    guard let reader = record(node, "a source", CaseKeys.source) else { return }
    let source = Source(
      id: reader.requiredReference("id"),
      title: reader.requiredText("title") ?? "",
      publisher: reader.text("publisher"),
      author: reader.text("author"),
      url: address(reader, "url"),
      archivedURL: address(reader, "archivedUrl"),
      published: reader.date("published"),
      retrieved: reader.date("retrieved"),
      archivedText: path(reader, "archive"),
      sha256: hash(reader, "sha256"),
      isConfidential: reader.flag("confidential") ?? false,
      note: reader.text("note")
    )
    places.add(source.id.rawValue, reader)
    content.sources.append(source)
  }

  /// An address that a page may link to.
  private func address(_ reader: RecordReader, _ key: String) -> String? {
    guard let text = reader.text(key) else { return nil }
    let lowered = text.prefix(8).lowercased()
    guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://"),
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else {
      issues.add(
        .invalidValue,
        "'\(key)' is no web address",
        at: reader.position(of: key),
        length: text.utf8.count,
        remedy: "write an address that begins with https:// or http:// and has no spaces"
      )
      return nil
    }
    return text
  }

  /// A path that leads nowhere but below the folder of the case file, wherever the file came from.
  private func path(_ reader: RecordReader, _ key: String) -> String? {
    guard let text = reader.text(key) else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.first != "", !parts.contains(".."), !text.contains("\\") else {
      issues.add(
        .invalidValue,
        "'\(key)' leads out of the folder of the case file",
        at: reader.position(of: key),
        length: text.utf8.count,
        remedy: "put the text beside the case file, and write the path from there"
      )
      return nil
    }
    return text
  }

  private func hash(_ reader: RecordReader, _ key: String) -> String? {
    guard let text = reader.text(key) else { return nil }
    guard text.utf8.count == 64, text.utf8.allSatisfy(Self.isHexadecimal) else {
      issues.add(
        .invalidValue,
        "'\(key)' is no SHA-256 sum",
        at: reader.position(of: key),
        length: text.utf8.count,
        remedy: "write the 64 hexadecimal digits that 'sha256sum FILE' gives"
      )
      return nil
    }
    return text.lowercased()
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
