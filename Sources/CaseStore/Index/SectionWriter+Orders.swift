import Dispatch
import GraphModel
import Synchronization

extension SectionWriter {
  /// Makes room for the order of the texts of properties that have very many, such as names.
  mutating func reserveOrders(_ builder: borrowing IndexBuilder) throws(StorageError) {
    for (number, column) in builder.nodeProperties.columns.enumerated() where column.isOrdered {
      let item = UInt32(number) * 2 + ImageFormat.Owner.node.rawValue
      try reserve(.columnOrder, item: item, column.count)
      try reserve(.columnBackwardOrder, item: item, column.count)
      let headCount = ImageFormat.headCount(ofTexts: column.count)
      for kind in [Kind.columnHeads, .columnTails] {
        try reserve(kind, item: item, headCount, width: 8)
      }
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
  /// Sorts the texts of the columns that have room for their order, and fills in the adjacency
  /// meanwhile, on all cores.
  func fillOrdersAndAdjacency() {
    let items = items(of: .columnOrder)
    nonisolated(unsafe) let (filler, texts) = (self, items.map { ColumnTexts(self, $0) })
    let sorted = Mutex<[Int: ContiguousArray<UInt32>]>([:])
    DispatchQueue.concurrentPerform(iterations: 2 * items.count + 1) { job in
      guard job < 2 * items.count else { return unsafe filler.fillAdjacency() }
      let texts = unsafe texts[job / 2]
      let direction: TextSorting.Direction = job % 2 == 0 ? .forwards : .backwards
      let order = unsafe TextSorting.order(of: texts.count, direction) { unsafe texts.bytes($0) }
      sorted.withLock { $0[job] = order }
    }
    let orders = sorted.withLock { $0 }
    for (index, item) in items.enumerated() {
      guard let forwards = orders[2 * index], let backwards = orders[2 * index + 1] else {
        continue
      }
      fillOrder(item, unsafe texts[index].elements, forwards, backwards)
      fill(.columnHeads, item) { place in
        unsafe LeadingWord.of(texts[index].bytes(Int(forwards[place])))
      }
      fill(.columnTails, item) { place in
        unsafe LeadingWord.of(texts[index].bytes(Int(backwards[place])).reversed())
      }
    }
  }

  /// Fills a section with the first bytes of every so many texts.
  private func fill(_ kind: ImageFormat.Kind, _ item: UInt32, head: (_ place: Int) -> UInt64) {
    let words = numbers(kind, item)
    for index in 0..<words.count {
      unsafe words.bytes.storeBytes(
        of: head(index * ImageFormat.headStep).littleEndian,
        toByteOffset: index * 8,
        as: UInt64.self
      )
    }
  }

  private func fillOrder(
    _ item: UInt32,
    _ elements: ContiguousArray<UInt32>,
    _ forwards: ContiguousArray<UInt32>,
    _ backwards: ContiguousArray<UInt32>
  ) {
    let (order, backwardOrder) = (
      numbers(.columnOrder, item), numbers(.columnBackwardOrder, item)
    )
    var places = ContiguousArray<Int>(repeating: 0, count: forwards.count)
    for (place, number) in forwards.enumerated() {
      order[place] = Int(elements[Int(number)])
      places[Int(number)] = place
    }
    for (index, number) in backwards.enumerated() { backwardOrder[index] = places[Int(number)] }
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
