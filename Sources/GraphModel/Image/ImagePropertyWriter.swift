/// Writes the properties of elements of an image, which follow one another, as JSON objects.
final class ImagePropertyWriter {
  private let run: ImageColumnRun
  /// The quoted keys with their colons.
  private let names: BytePieces
  private let dictionary: ImageText

  init(_ properties: [(key: String, column: ImageColumn)]) {
    run = ImageColumnRun(properties.map(\.column))
    dictionary = properties.first?.column.dictionary ?? .empty
    names = BytePieces(properties.map { JSONValue.string($0.key).text() + ":" })
  }

  /// Reads some elements, at most as many as a run holds.
  func read(_ range: Range<UInt32>) { run.read(range) }

  /// Appends the properties of one of the elements that were read last.
  @inline(__always)
  func append(_ row: Int, to bytes: ByteBuffer) {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for place in 0..<run.usedCount {
      let column = run.used(place)
      guard let form = run.form(column, row) else { continue }
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      unsafe bytes.append(names[column])
      append(form, run.word(column, row), to: bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  @inline(__always)
  private func append(_ form: ImageFormat.Form, _ word: UInt64, to bytes: ByteBuffer) {
    switch form {
    case .integer: bytes.append(Int64(bitPattern: word))
    case .string:
      let isPlain = unsafe dictionary.withBytes(Int(truncatingIfNeeded: word)) { text in
        unsafe Self.appendPlain(text, to: bytes)
      }
      if !isPlain { appendAny(form, word, to: bytes) }
    case .date:
      guard let date = CalendarDate(dayNumber: Int(Int64(bitPattern: word))),
        Self.appendPlain(date, to: bytes)
      else { return appendAny(form, word, to: bytes) }
    default: appendAny(form, word, to: bytes)
    }
  }

  @inline(never)
  private func appendAny(_ form: ImageFormat.Form, _ word: UInt64, to bytes: ByteBuffer) {
    bytes.append(ImageColumn.value(form, word, dictionary).json.text())
  }

  // MARK: - Values as they mostly are

  /// Appends a day of a year of four digits; returns whether it is one, else appends nothing.
  private static func appendPlain(_ date: CalendarDate, to bytes: ByteBuffer) -> Bool {
    let (year, month, day) = date.components
    guard 0...9_999 ~= year else { return false }
    let frame: StaticString = #"{"$date":"0000-00-00"}"#
    unsafe bytes.append(atMost: frame.utf8CodeUnitCount) { target in
      unsafe target.update(from: frame.utf8Start, count: frame.utf8CodeUnitCount)
      for (place, digits) in [(10, year / 100), (12, year % 100), (15, month), (18, day)] {
        unsafe target[place] &+= UInt8(digits / 10)
        unsafe target[place + 1] &+= UInt8(digits % 10)
      }
      return frame.utf8CodeUnitCount
    }
    return true
  }

  /// Appends a text that stands in JSON as it is: without controls, quotes, backslashes, and of
  /// ASCII, so that nobody need check its encoding; returns whether it does, else appends nothing.
  @inline(__always)
  private static func appendPlain(_ text: UnsafeRawBufferPointer, to bytes: ByteBuffer) -> Bool {
    var isPlain = true
    unsafe bytes.append(atMost: text.count &+ 2) { target in
      unsafe target[0] = UInt8(ascii: "\"")
      for index in 0..<text.count {
        let byte = unsafe text[index]
        isPlain =
          isPlain
          && (byte &- 0x20 < 0x5F) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        unsafe target[1 &+ index] = byte
      }
      unsafe target[text.count &+ 1] = UInt8(ascii: "\"")
      return isPlain ? text.count &+ 2 : 0
    }
    return isPlain
  }
}
