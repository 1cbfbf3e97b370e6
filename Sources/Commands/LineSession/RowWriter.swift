import GraphModel

/// Writes rows as JSON, straight into bytes.
///
/// Values are written as JSON has them: dates and times as ISO text, nodes and relationships as their
/// numbers in the graph, paths as lists of these.
struct RowWriter {
  private var bytes: [UInt8] = []

  /// Returns a line with rows.
  mutating func line(_ rows: [[Value]]) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    append("{\"rows\": [")
    for (position, row) in rows.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      write(row)
    }
    append("]}\n")
    return bytes
  }

  /// Returns a line that says why there are no rows.
  mutating func line(error: String) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    append("{\"error\": ")
    write(error)
    append("}\n")
    return bytes
  }

  private mutating func write(_ values: [Value]) {
    bytes.append(UInt8(ascii: "["))
    for (position, value) in values.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      write(value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .null: append("null")
    case .boolean(let truth): append(truth ? "true" : "false")
    case .integer(let number): write(number)
    case .float(let number): append(number.isFinite ? "\(number)" : "null")
    case .string(let text): write(text)
    case .date(let day): write(day)
    case .node(let id): write(id.rawValue)
    case .relationship(let id): write(id.rawValue)
    case .path(let path): write(path)
    case .list(let values): write(values)
    case .map(let values): write(values)
    case .localTime, .time, .localDateTime, .dateTime, .duration, .point: write(value.text)
    }
  }

  private mutating func write(_ path: GraphPath) {
    bytes.append(UInt8(ascii: "["))
    for (position, node) in path.nodes.enumerated() {
      if position > 0 {
        bytes.append(UInt8(ascii: ","))
        write(path.relationships[position - 1].rawValue)
        bytes.append(UInt8(ascii: ","))
      }
      write(node.rawValue)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ map: Properties) {
    bytes.append(UInt8(ascii: "{"))
    for (position, member) in map.sorted(by: { $0.key < $1.key }).enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      write(member.key)
      bytes.append(UInt8(ascii: ":"))
      write(member.value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func write(_ number: Int64) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Writes a day as `YYYY-MM-DD`; a year beyond four digits as the date itself writes it.
  private mutating func write(_ day: CalendarDate) {
    guard (0...9999).contains(day.year) else { return write(day.description) }
    bytes.append(UInt8(ascii: "\""))
    writeDigits(day.year, count: 4)
    bytes.append(UInt8(ascii: "-"))
    writeDigits(day.month, count: 2)
    bytes.append(UInt8(ascii: "-"))
    writeDigits(day.day, count: 2)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeDigits(_ number: Int, count: Int) {
    var divisor = count == 4 ? 1000 : 10
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
    {
      bytes.append(contentsOf: text.utf8)
    } else {
      // The quotes of the text are already there, and the rest is as rare as it is slow.
      bytes.append(contentsOf: JSONValue.string(text).text().utf8.dropFirst().dropLast())
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
