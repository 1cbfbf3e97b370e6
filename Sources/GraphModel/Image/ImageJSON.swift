/// Writes elements of an image as JSON into bytes.
public struct ImageJSON: Sendable {
  private let keys: ImageKeys
  private let prefixes: [[UInt8]]
  private let columns: [(name: [UInt8], column: ImageColumn)]

  /// - Parameter properties: The properties of all elements of the kind.
  public init(_ keys: ImageKeys, _ properties: [(key: String, column: ImageColumn)]) {
    self.keys = keys
    prefixes = keys.ranges.ranges.map { range in
      Array(JSONValue.string(range.prefix).text().utf8.dropLast())
    }
    columns = properties.map { key, column in
      (Array((JSONValue.string(key).text() + ":").utf8), column)
    }
  }

  /// Appends the key of an element.
  @inline(__always)
  public func appendKey(_ element: Int, to bytes: inout ContiguousArray<UInt8>) {
    guard let (place, offset) = keys.ranges.counted(element) else {
      bytes.append(contentsOf: JSONValue.string(keys[element]).text().utf8)
      return
    }
    bytes.append(contentsOf: prefixes[place])
    Self.append(keys.ranges.ranges[place].firstNumber + Int64(offset), to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends the properties of an element as an object.
  public func appendProperties(_ element: UInt32, to bytes: inout ContiguousArray<UInt8>) {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for (name, column) in columns {
      guard let place = column.place(of: element) else { continue }
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes.append(contentsOf: name)
      append(column, place, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  @inline(__always)
  private func append(
    _ column: ImageColumn,
    _ place: Int,
    to bytes: inout ContiguousArray<UInt8>
  ) {
    switch column.form {
    case .integer: Self.append(Int64(bitPattern: column.numbers[place]), to: &bytes)
    case .string:
      let number = Int(truncatingIfNeeded: column.numbers[place])
      let isPlain = unsafe column.dictionary.withBytes(number) { text in
        unsafe Self.append(text, to: &bytes)
      }
      if !isPlain {
        bytes.append(contentsOf: JSONValue.string(column.dictionary[number]).text().utf8)
      }
    default: bytes.append(contentsOf: column.value(at: place).json.text().utf8)
    }
  }

  /// Appends a text that stands in JSON as it is; returns whether it does, else appends nothing.
  private static func append(
    _ text: UnsafeRawBufferPointer,
    to bytes: inout ContiguousArray<UInt8>
  ) -> Bool {
    for index in 0..<text.count {
      let byte = unsafe text[index]
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\")
      else { return false }
    }
    bytes.append(UInt8(ascii: "\""))
    unsafe bytes.append(contentsOf: text)
    bytes.append(UInt8(ascii: "\""))
    return true
  }

  private static func append(_ number: Int64, to bytes: inout ContiguousArray<UInt8>) {
    guard number >= 0 else { return bytes.append(contentsOf: String(number).utf8) }
    let start = bytes.count
    var rest = UInt64(number)
    repeat {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    var (low, high) = (start, bytes.count - 1)
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }
}

extension ImageKeyRanges {
  /// Returns which range an element is in, and how many elements of it come before.
  @inline(__always)
  func counted(_ element: Int) -> (place: Int, offset: Int)? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].first <= element { low = middle + 1 } else { high = middle }
    }
    guard low > 0, element - ranges[low - 1].first < ranges[low - 1].count else { return nil }
    return (low - 1, element - ranges[low - 1].first)
  }
}
