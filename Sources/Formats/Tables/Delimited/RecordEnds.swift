/// Finds where the last whole record of delimited text ends, as more and more of it is read.
struct RecordEnds {
  private enum State { case fieldStart, plain, quoted, quote }

  private let delimiter: UInt8
  private var state = State.fieldStart
  private var position = 0
  /// The place behind the last record that is whole.
  private(set) var lastEnd = 0

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Looks at the bytes that have come since the last call.
  mutating func look(at bytes: ContiguousArray<UInt8>) {
    scan(bytes.span)
  }

  private mutating func scan(_ bytes: Span<UInt8>) {
    var state = state
    var end = lastEnd
    for index in position..<bytes.count {
      let byte = bytes[index]
      switch state {
      case .quoted:
        if byte == UInt8(ascii: "\"") { state = .quote }
        continue
      case .quote where byte == UInt8(ascii: "\""):
        state = .quoted
        continue
      case .fieldStart where byte == UInt8(ascii: "\""):
        state = .quoted
        continue
      default: break
      }
      if byte == UInt8(ascii: "\n") {
        end = index + 1
        state = .fieldStart
      } else {
        state = byte == delimiter ? .fieldStart : .plain
      }
    }
    self.state = state
    lastEnd = end
    position = bytes.count
  }
}
