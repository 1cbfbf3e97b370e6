/// Keeps what the values of one column become in JSON, as members of an object, by the small numbers
/// that stand for them in the image; each is made when it is met first.
@safe final class ColumnPieces {
  /// Says where a piece stands: its first byte times two to the 16th, plus its length.
  typealias Place = UInt64

  /// Of an element without a value.
  static let none: Place = 0
  /// The least of the places that are none, of values whose pieces are not kept; what is above it is
  /// the form of the value.
  static let notKept = Place.max - 0xFF
  /// The most bytes of one piece; longer ones are not kept.
  static let limit = 256
  private static let totalLimit = 1 << 22

  private let column: ImageColumn
  private let name: String
  private let places: UnsafeMutablePointer<Place>
  private let bytes = ByteBuffer(capacity: 1 << 12)

  /// - Parameter name: What stands before each value.
  /// - Returns: `nil` where the numbers are no small ones, or more than make sense for few values.
  init?(_ column: ImageColumn, name: String) {
    guard let codes = column.numbers.codes, codes.shift < 2 else { return nil }
    let count = 1 << (8 << codes.shift)
    guard column.count >= count / 4 else { return nil }
    self.column = column
    self.name = name
    unsafe places = .allocate(capacity: count)
    unsafe places.initialize(repeating: Self.none, count: count)
  }

  deinit { unsafe places.deallocate() }

  /// The first byte of the first piece, until another piece is made.
  @unsafe var start: UnsafePointer<UInt8> { unsafe bytes.first }

  /// Returns where the piece of the value with a number stands, which must come from the column.
  @inline(__always)
  func place(_ code: UInt32) -> Place {
    let place = unsafe places[Int(code)]
    return place == Self.none ? make(code) : place
  }

  @inline(never)
  private func make(_ code: UInt32) -> Place {
    let value = ImageColumn.value(column.form, column.numbers.word(ofCode: code), column.dictionary)
    let text = name + value.json.text()
    var place = Self.notKept + Place(column.form.rawValue)
    if text.utf8.count <= Self.limit, bytes.count < Self.totalLimit {
      place = Place(bytes.count) << 16 | Place(text.utf8.count)
      var cursor = unsafe bytes.cursor(for: text.utf8.count)
      unsafe cursor.append(text)
      unsafe bytes.take(cursor)
    }
    unsafe places[Int(code)] = place
    return place
  }
}
