import GraphModel

/// Holds texts by their numbers in a dictionary; no text is made before somebody reads it.
public struct TextCodes: Sendable {
  /// The numbers by row; `null` where there is no text.
  let codes: ContiguousArray<UInt32>
  /// The texts by number; one may be there more than once.
  let dictionary: ImageText

  /// Stands for null.
  static let null = UInt32.max

  /// Returns the text in a row, or null.
  func value(at row: Int) -> Value {
    codes[row] == Self.null ? .null : .string(dictionary[Int(codes[row])])
  }

  /// Compares the texts in two rows, which are not null, without making them.
  func ordering(_ left: Int, _ right: Int) -> Ordering {
    guard codes[left] != codes[right] else { return .same }
    let comparison = dictionary.comparison(Int(codes[left]), Int(codes[right]))
    return comparison == 0 ? .same : comparison < 0 ? .before : .after
  }

  /// Returns the rows named by `selection`.
  func gathered(_ selection: ContiguousArray<Int32>) -> TextCodes {
    TextCodes(codes: codes.gathered(selection), dictionary: dictionary)
  }

  /// Returns the values of all rows; of neighbours with the same number the text is made once.
  var boxed: ContiguousArray<Value> {
    var (last, text) = (Self.null, Value.null)
    return ContiguousArray(
      codes.lazy.map { code in
        if code != last {
          (last, text) = (code, code == Self.null ? .null : .string(dictionary[Int(code)]))
        }
        return text
      }
    )
  }

  /// Returns in which rows the text is another one; unknown where there is none.
  func equal(_ text: String) -> ContiguousArray<Ternary> {
    // Most columns of texts have few different ones, each of which is compared once per chunk.
    var (known, truths) = (SIMD16<UInt32>(repeating: Self.null), SIMD16<UInt8>())
    var text = text
    return text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      return ContiguousArray(count: codes.count) { row in
        let code = codes[row]
        if code == Self.null { return .unknown }
        let place = Int(code & 15)
        if known[place] != code {
          known[place] = code
          truths[place] = unsafe dictionary.hasBytes(Int(code), bytes) ? 1 : 0
        }
        return truths[place] == 1 ? .yes : .no
      }
    }
  }
}
