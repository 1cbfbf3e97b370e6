/// Gathers text for a sink, which gets it in larger pieces.
struct ExportText {
  private let sink: any ExportSink
  private var bytes: [UInt8] = []
  private static let pieceSize = 64 << 10

  init(_ sink: any ExportSink) { self.sink = sink }

  /// Begins another file.
  mutating func begin(_ file: String) throws(FormatError) {
    try flush()
    try sink.begin(file: file)
  }

  /// Adds text.
  mutating func add(_ text: String) throws(FormatError) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= Self.pieceSize { try flush() }
  }

  /// Adds elements one by one, with something between each two, and tells how far it has come.
  mutating func add<Element>(
    _ elements: [Element],
    separator: String,
    progress: inout ExportProgress,
    text: (Element) -> String
  ) throws(FormatError) {
    for (position, element) in elements.enumerated() {
      if position > 0 { try add(separator) }
      try add(text(element))
      progress.advance(sink)
    }
  }

  /// Hands on what was gathered.
  mutating func flush() throws(FormatError) {
    guard !bytes.isEmpty else { return }
    try sink.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// Counts written elements, and tells a sink of every thousandth.
struct ExportProgress {
  private let total: Int
  private var done = 0
  private static let step = 1_000

  init(total: Int) { self.total = total }

  mutating func advance(_ sink: any ExportSink) {
    done += 1
    if done % Self.step == 0 || done == total { sink.advance(to: done, of: total) }
  }
}
