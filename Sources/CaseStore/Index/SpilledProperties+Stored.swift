import GraphModel

extension SpilledProperties {
  /// Appends the properties of an element from their stored form, an object of JSON.
  ///
  /// What stands there as most values do is taken without making a value of the text.
  ///
  /// - Returns: Whether they could be read.
  mutating func append(
    stored text: Span<UInt8>,
    of element: UInt32,
    _ dictionary: inout SpilledDictionary,
    _ spill: SpillFile
  ) throws(StorageError) -> Bool {
    guard let members = members(text) else {
      guard let properties = StoredText.readProperties(String(copying: text)) else { return false }
      try append(properties, of: element, &dictionary, spill)
      return true
    }
    for member in members {
      let number = number(of: member.key)
      switch member.kind {
      case .integer:
        let word = UInt64(bitPattern: member.number)
        try columns[number].append(word, .integer, of: element, spill)
      case .plainText:
        let word = UInt64(try dictionary.number(of: text.extracting(member.place), spill))
        try columns[number].append(word, .string, of: element, spill)
      case .null, .other:
        guard let json = try? JSONReader.read(String(copying: text.extracting(member.place)).utf8),
          let value = Value(json: json.json)
        else { return false }
        if value != .null { try append(value, number, of: element, &dictionary, spill) }
      }
    }
    return true
  }

  private struct Member {
    let key: String
    let kind: RowColumns.Kind
    var number: Int64 = 0
    /// Where the value is; of a plain text without its quotes.
    let place: Range<Int>
  }

  /// Returns the members of an object; `nil` where it must be read in full.
  private func members(_ text: Span<UInt8>) -> [Member]? {
    let end = text.count - 1
    guard end >= 1, text[0] == UInt8(ascii: "{"), text[end] == UInt8(ascii: "}") else { return nil }
    var members: [Member] = []
    var offset = 1
    while offset < end {
      let first = offset
      // A key that begins with a dollar sign says what the object is.
      guard JSONElement.scan(text, &offset, end) == .plainText, offset < end,
        text[offset] == UInt8(ascii: ":"), text[first + 1] != UInt8(ascii: "$")
      else { return nil }
      let key = String(copying: text.extracting(first + 1..<offset - 1))
      offset += 1
      let start = offset
      var kind = JSONElement.scan(text, &offset, end)
      guard offset > start, offset == end || offset + 1 < end && text[offset] == UInt8(ascii: ","),
        kind != .null, !members.contains(where: { $0.key == key })
      else { return nil }
      let number = kind == .integer ? JSONElement.integer(text, start..<offset) : nil
      if kind == .integer, number == nil { kind = .other }
      let quote = kind == .plainText ? 1 : 0
      members.append(
        Member(
          key: key,
          kind: kind,
          number: number ?? 0,
          place: start + quote..<offset - quote
        )
      )
      offset += 1
    }
    return members
  }
}
