/// Writes the properties of elements of an image, which follow one another, as JSON objects.
final class ImagePropertyWriter {
  /// The most bytes that the properties of an element become, with what makes room for itself left
  /// out.
  let limit: Int
  private let run: ImageColumnRun
  /// The quoted keys with a comma before and a colon behind.
  private let names: BytePieces
  private let dictionary: ImageText

  init(_ properties: [(key: String, column: ImageColumn)]) {
    let names = properties.map { "," + JSONValue.string($0.key).text() + ":" }
    run = ImageColumnRun(properties.map(\.column), names: names)
    dictionary = properties.first?.column.dictionary ?? .empty
    self.names = BytePieces(names)
    limit = 2 + run.pieceLimit
  }

  /// Reads some elements, at most as many as a run holds.
  func read(_ range: Range<UInt32>) { run.read(range) }

  /// Appends the properties of one of the elements that were read last; the cursor has room for so
  /// many more bytes then, at least.
  @inline(__always)
  func append(
    _ row: Int,
    to cursor: inout ByteCursor,
    of bytes: ByteBuffer,
    leaving room: Int
  ) {
    unsafe cursor.append(UInt8(ascii: "{"))
    // The first one goes without its comma.
    var commaCount = 1
    for place in 0..<run.usedCount {
      let column = run.used(place)
      let piece = run.piece(column, row)
      guard piece != ColumnPieces.none else { continue }
      if piece < ColumnPieces.notKept {
        let start = unsafe run.start(place) + (Int(truncatingIfNeeded: piece &>> 16) &+ commaCount)
        unsafe cursor.append(start, count: Int(piece & 0xFFFF) &- commaCount)
      } else {
        unsafe bytes.makeRoom(for: names.longest &+ room, &cursor)
        unsafe names.append(column, to: &cursor, from: commaCount)
        let form = ImageFormat.Form(rawValue: UInt32(piece &- ColumnPieces.notKept))
        unsafe append(form, run.word(column, row), to: &cursor, of: bytes, leaving: room)
      }
      commaCount = 0
    }
    unsafe cursor.append(UInt8(ascii: "}"))
  }

  private func append(
    _ form: ImageFormat.Form?,
    _ word: UInt64,
    to cursor: inout ByteCursor,
    of bytes: ByteBuffer,
    leaving room: Int
  ) {
    switch form {
    case .integer: return unsafe cursor.append(Int64(bitPattern: word))
    case .string:
      let isPlain = unsafe dictionary.withBytes(Int(truncatingIfNeeded: word)) { text in
        unsafe bytes.makeRoom(for: text.count &+ room, &cursor)
        return unsafe cursor.appendPlain(text)
      }
      if isPlain { return }
    case .date:
      let date = CalendarDate(dayNumber: Int(Int64(bitPattern: word)))
      if let date, unsafe cursor.appendPlain(date) { return }
    default: break
    }
    let text = form.map { ImageColumn.value($0, word, dictionary) } ?? .null
    let json = text.json.text()
    unsafe bytes.makeRoom(for: json.utf8.count &+ room, &cursor)
    unsafe cursor.append(json)
  }
}
