/// Writes the keys of elements of an image as JSON strings, each behind the same bytes.
final class ImageKeyWriter {
  /// The most bytes of the key of an element of a range, with what stands before it.
  let limit: Int
  private let keys: ImageKeys
  private let opening: String
  /// What the keys of each range begin with, as the beginning of a JSON string, behind the opening.
  private let beginnings: BytePieces
  /// The range of the last element, its place among the ranges, and what must be added to an element
  /// for the number of its key.
  private var latest = (elements: 0..<0, place: 0, offset: Int64(0))

  init(_ keys: ImageKeys, after opening: String) {
    self.keys = keys
    self.opening = opening
    beginnings = BytePieces(
      keys.ranges.ranges.map { opening + JSONValue.string($0.prefix).text().dropLast() }
    )
    limit = beginnings.longest + 21
  }

  /// Appends the key of an element; the cursor has room for so many more bytes then, at least.
  @inline(__always)
  func append(
    _ element: Int,
    to cursor: inout ByteCursor,
    of bytes: ByteBuffer,
    leaving room: Int
  ) {
    guard latest.elements.contains(element) || find(element) else {
      return unsafe appendOwn(element, to: &cursor, of: bytes, leaving: room)
    }
    unsafe beginnings.append(latest.place, to: &cursor)
    unsafe cursor.append(Int64(element) &+ latest.offset)
    unsafe cursor.append(UInt8(ascii: "\""))
  }

  @inline(never)
  private func appendOwn(
    _ element: Int,
    to cursor: inout ByteCursor,
    of bytes: ByteBuffer,
    leaving room: Int
  ) {
    let text = opening + JSONValue.string(keys[element]).text()
    unsafe bytes.makeRoom(for: text.utf8.count + room, &cursor)
    unsafe cursor.append(text)
  }

  @inline(never)
  private func find(_ element: Int) -> Bool {
    guard let (place, range) = keys.ranges.range(with: element) else { return false }
    latest = (
      range.first..<range.first + range.count, place, range.firstNumber - Int64(range.first)
    )
    return true
  }
}
