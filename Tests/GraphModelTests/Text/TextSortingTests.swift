import GraphModel
import Testing

@Suite("Sorting of texts")
struct TextSortingTests {
  private static func order(_ texts: [[UInt8]], _ direction: TextSorting.Direction) -> [Int] {
    var starts = [0]
    for text in texts { starts.append(starts[starts.count - 1] + text.count) }
    let bytes = texts.flatMap(\.self)
    return unsafe bytes.withUnsafeBytes { bytes in
      unsafe TextSorting.order(of: texts.count, direction) { number in
        unsafe UnsafeRawBufferPointer(rebasing: bytes[starts[number]..<starts[number + 1]])
      }.map(Int.init)
    }
  }

  private static func expected(_ texts: [[UInt8]], _ direction: TextSorting.Direction) -> [Int] {
    let read = direction == .forwards ? texts : texts.map { $0.reversed() }
    return texts.indices.sorted { one, other in
      if read[one] == read[other] { return one < other }
      return read[one].lexicographicallyPrecedes(read[other])
    }
  }

  @Test("Texts come in the order of their bytes from either end", arguments: 1...20)
  func random(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let letters: [UInt8] = [0, 1, 97, 255]
    let texts = (0..<300).map { _ in
      let start: [UInt8] = Bool.random(using: &random) ? Array("the same 16 bytes".utf8) : []
      let count = Int.random(in: 0...20, using: &random)
      let middle = (0..<count).map { _ in letters.randomElement(using: &random) ?? 0 }
      return start + middle + (Bool.random(using: &random) ? start : [])
    }
    for direction in [TextSorting.Direction.forwards, .backwards] {
      #expect(Self.order(texts, direction) == Self.expected(texts, direction))
    }
  }

  @Test("Very many texts come in the order of their bytes, too", arguments: [2_048, 5_000])
  func many(count: Int) {
    var random = SeededGenerator(state: UInt64(count))
    let starts = ["", "On the record: ", "the same sixteen, and more: "].map { Array($0.utf8) }
    let texts = (0..<count).map { _ in
      let length = Int.random(in: 0...12, using: &random)
      let middle = (0..<length).map { _ in UInt8.random(in: 0...3, using: &random) }
      let start = starts.randomElement(using: &random) ?? []
      return Bool.random(using: &random) ? start + middle : middle + start
    }
    for direction in [TextSorting.Direction.forwards, .backwards] {
      #expect(Self.order(texts, direction) == Self.expected(texts, direction))
    }
  }

  @Test("Texts of zeros and no text at all are in order, too")
  func zeros() {
    let texts = (0...26).reversed().map { [UInt8](repeating: 0, count: $0) }
    #expect(Self.order(texts, .forwards) == Self.expected(texts, .forwards))
    #expect(Self.order(texts, .backwards) == Self.expected(texts, .backwards))
    #expect(Self.order([], .forwards).isEmpty)
  }
}
