/// Writes the keys of elements of an image as JSON strings.
final class ImageKeyWriter {
  private let keys: ImageKeys
  /// What the keys of each range begin with, as the beginning of a JSON string.
  private let beginnings: BytePieces
  /// The range of the last element, its place among the ranges, and what must be added to an element
  /// for the number of its key.
  private var latest = (elements: 0..<0, place: 0, offset: Int64(0))

  init(_ keys: ImageKeys) {
    self.keys = keys
    beginnings = BytePieces(
      keys.ranges.ranges.map { String(JSONValue.string($0.prefix).text().dropLast()) }
    )
  }

  /// Appends the key of an element.
  @inline(__always)
  func append(_ element: Int, to bytes: ByteBuffer) {
    guard latest.elements.contains(element) || find(element) else {
      return bytes.append(JSONValue.string(keys[element]).text())
    }
    unsafe bytes.append(beginnings[latest.place])
    bytes.append(Int64(element) &+ latest.offset)
    bytes.append(UInt8(ascii: "\""))
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
