import Formats

/// Makes a register of meetings that never took place, and its mapping, to measure imports with.
enum SmallRegister {
  /// What its columns mean.
  static func mapping() throws -> Mapping {
    try Mapping.read(Array(mappingText.utf8), file: "register.yaml") { path throws(FormatError) in
      throw FormatError([])
    }
  }

  private static let mappingText = """
    format: backchannel-mapping
    version: 1
    source: {id: register, title: Register, publisher: Office, publisherKind: government}
    events:
      - key: ["{id}"]
        date: "{date}"
        place: "{place}"
        about: "{subject}"
        note: "{remark}"
        participants:
          - {name: "{minister}", role: host, post: {title: Minister, at: "{ministry}"}}
          - {name: "{guests}", split: [";"], onBehalfOf: "{organisation}"}

    """

  /// Returns the register as CSV; the same for the same number of rows.
  static func text(rowCount: Int) -> [UInt8] {
    var numbers = SplitMix(state: 7)
    var text = "id,date,minister,ministry,organisation,guests,place,subject,remark\n"
    for row in 0..<rowCount {
      let minister = numbers.below(30)
      let guests = (0...numbers.below(3)).map { _ in "Guest G. No\(numbers.below(500))" }
      let day = 10 + numbers.below(18)
      text += "R\(row),2018-0\(1 + numbers.below(9))-\(day),Minister M. No\(minister),"
      text += "Ministry \(minister % 12),Company \(numbers.below(200)) Ltd,"
      text += guests.joined(separator: "; ") + ",Place \(numbers.below(40)),"
      text += "Subject \(numbers.below(60)),\(row % 3 == 0 ? "minutes were kept" : "")\n"
    }
    return Array(text.utf8)
  }
}
