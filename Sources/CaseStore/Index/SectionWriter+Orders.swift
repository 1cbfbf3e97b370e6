import GraphModel

extension SectionWriter {
  /// Makes room for the order of the texts of properties that have very many, such as names.
  mutating func reserveOrders(_ builder: borrowing IndexBuilder) throws(StorageError) {
    for (number, column) in builder.nodeProperties.columns.enumerated() where column.isOrdered {
      let item = UInt32(number) * 2 + ImageFormat.Owner.node.rawValue
      try reserve(.columnOrder, item: item, column.count)
      try reserve(.columnBackwardOrder, item: item, column.count)
    }
  }
}

extension SpilledColumn {
  /// Fewer texts are looked through as quickly.
  private static let fewTexts = 64

  /// Whether the texts are many, and most of them occur once or twice.
  fileprivate var isOrdered: Bool {
    form == .string && count > Self.fewTexts
      && codes.numbers.map { 2 * $0.count > count } ?? true
  }
}

extension SectionFiller {
  /// Sorts the texts of the columns that have room for their order.
  func fillOrders() {
    for item in items(of: .columnOrder) {
      let texts = ColumnTexts(self, item)
      let places = numbers(.columnOrder, item)
      let order = unsafe TextSorting.order(of: texts.count, .forwards) { unsafe texts.bytes($0) }
      for (place, number) in order.enumerated() { places[place] = Int(texts.elements[Int(number)]) }
      let backwards = numbers(.columnBackwardOrder, item)
      let reversed = unsafe TextSorting.order(of: texts.count, .backwards) {
        unsafe texts.bytes(Int(order[$0]))
      }
      for (index, place) in reversed.enumerated() { backwards[index] = Int(place) }
    }
  }
}

/// Finds the texts of a column in the sections that were written.
private struct ColumnTexts {
  /// The elements that have a text, in ascending order.
  private(set) var elements: ContiguousArray<UInt32> = []
  /// Their numbers in the dictionary.
  private var texts: ContiguousArray<UInt32> = []
  private let offsets: SectionFiller.Numbers
  private let dictionary: SectionFiller.Numbers

  init(_ filler: SectionFiller, _ item: UInt32) {
    offsets = filler.numbers(.textOffsets, ImageFormat.TextList.dictionary.rawValue)
    dictionary = filler.numbers(.textBytes, ImageFormat.TextList.dictionary.rawValue)
    let values = filler.numbers(.columnValues, item)
    let codes = filler.section(.columnCodes, item).map { _ in filler.numbers(.columnCodes, item) }
    let sparse = filler.numbers(.columnElements, item)
    let presence = filler.numbers(.columnPresence, item)
    for place in 0..<values.count {
      if presence.count > 0, presence[place >> 3] >> (place & 7) & 1 == 0 { continue }
      elements.append(UInt32(sparse.count > 0 ? sparse[place] : place))
      texts.append(UInt32(codes.map { $0[values[place]] } ?? values[place]))
    }
  }

  var count: Int { texts.count }

  /// The bytes of a text, which stay in the file.
  func bytes(_ index: Int) -> UnsafeRawBufferPointer {
    let text = Int(texts[index])
    let part = unsafe dictionary.bytes[offsets[text]..<offsets[text + 1]]
    return unsafe UnsafeRawBufferPointer(UnsafeMutableRawBufferPointer(rebasing: part))
  }
}
