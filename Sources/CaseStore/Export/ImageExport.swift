import Dispatch
import GraphModel

/// Writes all elements of an image as lines of JSON into files by labels and types, two parts at a
/// time.
struct ImageExport {
  private let image: GraphImage
  private let folder: String
  /// Two, each of which is used by one thread.
  private let writers: [UncheckedWriter]
  private let buffers = (0..<6).map { _ in ByteBuffer() }

  /// So many elements that their lines stay in the caches of a processor until they are written.
  private static let partCount = 1 << 11

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
      try write(ranges, ExportName.nodes(labels), &files) {
        $0.appendNodes($1, labels: text, to: $2)
      }
    }
    for (type, members) in image.typeMembers.enumerated() {
      let name = image.types[type]
      try write(Self.ranges(members), ExportName.relationships(name), &files) {
        $0.appendRelationships($1, type: name, to: $2)
      }
    }
    return image.isDamaged
      ? nil : TableFiles(lineCounts: files.mapValues(\.lineCount))
  }

  // MARK: - Parts

  /// The nodes of each set of labels, in the order of their first ones.
  private func nodeRanges() -> [(set: Int, ranges: [Range<UInt32>])] {
    var found: [(set: Int, ranges: [Range<UInt32>])] = []
    var places: [UInt32: Int] = [:]
    var start = 0
    while start < image.nodeCount {
      let set = image.nodeLabelSets[start]
      var end = start + 1
      while end < image.nodeCount, image.nodeLabelSets[end] == set { end += 1 }
      let place = places[set] ?? found.count
      if place == found.count {
        places[set] = place
        found.append((Int(set), []))
      }
      found[place].ranges.append(UInt32(start)..<UInt32(end))
      start = end
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
    _ append: @escaping @Sendable (ImageJSON, Range<UInt32>, ByteBuffer) -> Void
  ) throws {
    var file = try files[name] ?? ExportFile(folder: folder, name: name)
    let parts = ranges.flatMap { range in
      stride(from: range.lowerBound, to: range.upperBound, by: Self.partCount).map {
        $0..<min($0 + UInt32(Self.partCount), range.upperBound)
      }
    }
    let order = WritingOrder(partCount: parts.count, spare: buffers) { [sink = file.sink] bytes in
      unsafe try bytes.withBytes { unsafe try sink.write($0) }
    }
    DispatchQueue.concurrentPerform(iterations: writers.count) { [writers] worker in
      while let (part, bytes) = order.next() {
        append(writers[worker].json, parts[part], bytes)
        order.take(part, bytes)
      }
    }
    try order.finish()
    file.addLines(parts.reduce(0) { $0 + $1.count })
    files[name] = file
  }
}
