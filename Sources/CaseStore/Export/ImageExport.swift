import Dispatch
import GraphModel
import Synchronization

/// Writes all elements of an image as lines of JSON into files by labels and types, two parts at a
/// time.
struct ImageExport {
  private let image: GraphImage
  private let folder: String
  private let nodes: ImageJSON
  private let relationships: ImageJSON

  private static let partCount = 1 << 15

  init(_ image: GraphImage, folder: String) {
    self.image = image
    self.folder = folder
    nodes = ImageJSON(image.nodeKeys, image.nodeProperties)
    relationships = ImageJSON(image.relationshipKeys, image.relationshipProperties)
  }

  /// Writes all files; `nil` where the image is damaged, and what was written worth nothing.
  func run() throws -> TableFiles? {
    var files: [String: ExportFile] = [:]
    for (set, ranges) in nodeRanges() {
      let labels = image.labelSets[set].map { image.labels[$0] }
      let tail = #","labels":\#(StoredText.labels(labels)),"properties":"#
      try write(ranges, ExportName.nodes(labels), &files) { [nodes] (element, bytes) in
        nodes.appendKey(Int(element), to: &bytes)
        bytes.append(contentsOf: tail.utf8)
        nodes.appendProperties(element, to: &bytes)
      }
    }
    for (type, members) in image.typeMembers.enumerated() {
      let name = image.types[type]
      let tail = #","type":\#(JSONValue.string(name).text()),"properties":"#
      try write(Self.ranges(members), ExportName.relationships(name), &files) {
        [nodes, relationships, image] (element, bytes) in
        relationships.appendKey(Int(element), to: &bytes)
        bytes.append(contentsOf: #","from":"#.utf8)
        nodes.appendKey(Int(image.sources[Int(element)]), to: &bytes)
        bytes.append(contentsOf: #","to":"#.utf8)
        nodes.appendKey(Int(image.targets[Int(element)]), to: &bytes)
        bytes.append(contentsOf: tail.utf8)
        relationships.appendProperties(element, to: &bytes)
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
    _ line: @escaping @Sendable (UInt32, inout ContiguousArray<UInt8>) -> Void
  ) throws {
    var file = try files[name] ?? ExportFile(folder: folder, name: name)
    defer { files[name] = file }
    let parts = ranges.flatMap { range in
      stride(from: range.lowerBound, to: range.upperBound, by: Self.partCount).map {
        $0..<min($0 + UInt32(Self.partCount), range.upperBound)
      }
    }
    let workers = 2
    let buffers = Mutex<[ContiguousArray<UInt8>]>(Array(repeating: [], count: workers))
    for first in stride(from: 0, to: parts.count, by: workers) {
      DispatchQueue.concurrentPerform(iterations: min(workers, parts.count - first)) { worker in
        var bytes = buffers.withLock { lists in
          let bytes = lists[worker]
          lists[worker] = []
          return bytes
        }
        bytes.removeAll(keepingCapacity: true)
        for element in parts[first + worker] {
          bytes.append(contentsOf: #"{"key":"#.utf8)
          line(element, &bytes)
          bytes.append(UInt8(ascii: "}"))
          bytes.append(UInt8(ascii: "\n"))
        }
        buffers.withLock { $0[worker] = bytes }
      }
      for worker in 0..<min(workers, parts.count - first) {
        try file.write(buffers.withLock { $0[worker] }, lineCount: parts[first + worker].count)
      }
    }
  }
}
