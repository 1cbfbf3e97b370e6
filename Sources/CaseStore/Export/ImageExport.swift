import Dispatch
import GraphModel

/// Writes all elements of an image as lines of JSON into files by labels and types, two parts at a
/// time.
struct ImageExport {
  private let image: GraphImage
  private let folder: String
  /// Two, each of which is used by one thread.
  private let writers: [UncheckedWriter]

  private static let partCount = 1 << 15

  /// Lets another thread have a writer.
  private struct UncheckedWriter: @unchecked Sendable {
    // Unchecked because each part of the work has a writer that no other part has.
    let json: ImageJSON
  }

  init(_ image: GraphImage, folder: String) {
    self.image = image
    self.folder = folder
    writers = (0..<2).map { _ in UncheckedWriter(json: ImageJSON(image)) }
  }

  /// Writes all files; `nil` where the image is damaged, and what was written worth nothing.
  func run() throws -> TableFiles? {
    var files: [String: ExportFile] = [:]
    for (set, ranges) in nodeRanges() {
      let labels = image.labelSets[set].map { image.labels[$0] }.sorted()
      let text = StoredText.labels(labels)
      try write(ranges, ExportName.nodes(labels), &files) { $0.appendNodes($1, labels: text) }
    }
    for (type, members) in image.typeMembers.enumerated() {
      let name = image.types[type]
      try write(Self.ranges(members), ExportName.relationships(name), &files) {
        $0.appendRelationships($1, type: name)
      }
    }
    return image.isDamaged
      ? nil : TableFiles(lineCounts: files.mapValues(\.lineCount))
  }

  // MARK: - Parts

  /// The nodes of each set of labels, in the order of their first ones.
  private func nodeRanges() -> [(set: Int, ranges: [Range<UInt32>])] {
    var found: [(set: Int, ranges: [Range<UInt32>])] = []
    var places: [Int: Int] = [:]
    for node in 0..<UInt32(image.nodeCount) {
      let set = Int(image.nodeLabelSets[Int(node)])
      let place = places[set] ?? found.count
      if place == found.count {
        places[set] = place
        found.append((set, []))
      }
      Self.append(node, to: &found[place].ranges)
    }
    return found
  }

  private static func ranges(_ members: ImageMembers) -> [Range<UInt32>] {
    if case .run(let range) = members { return [range] }
    var elements: ContiguousArray<UInt32> = []
    members.append(to: &elements)
    var ranges: [Range<UInt32>] = []
    for element in elements { append(element, to: &ranges) }
    return ranges
  }

  private static func append(_ element: UInt32, to ranges: inout [Range<UInt32>]) {
    if let last = ranges.last, last.upperBound == element {
      ranges[ranges.count - 1] = last.lowerBound..<element + 1
    } else {
      ranges.append(element..<element + 1)
    }
  }

  private func write(
    _ ranges: [Range<UInt32>],
    _ name: String,
    _ files: inout [String: ExportFile],
    _ append: @escaping @Sendable (ImageJSON, Range<UInt32>) -> Void
  ) throws {
    var file = try files[name] ?? ExportFile(folder: folder, name: name)
    let parts = ranges.flatMap { range in
      stride(from: range.lowerBound, to: range.upperBound, by: Self.partCount).map {
        $0..<min($0 + UInt32(Self.partCount), range.upperBound)
      }
    }
    let order = WritingOrder(partCount: parts.count)
    let sink = file.sink
    DispatchQueue.concurrentPerform(iterations: writers.count) { [writers] worker in
      let json = writers[worker].json
      while let part = order.next() {
        json.bytes.removeAll()
        append(json, parts[part])
        order.write(part) { unsafe try json.bytes.withBytes { unsafe try sink.write($0) } }
      }
    }
    try order.finish()
    file.addLines(parts.reduce(0) { $0 + $1.count })
    files[name] = file
  }
}
