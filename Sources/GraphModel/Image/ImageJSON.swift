/// Writes elements of an image as lines of JSON.
///
/// One thread at a time uses it.
public final class ImageJSON {
  private let image: GraphImage
  private let nodeKeys: ImageKeyWriter
  private let relationshipKeys: ImageKeyWriter
  private let sourceKeys: ImageKeyWriter
  private let targetKeys: ImageKeyWriter
  private let nodes: ImagePropertyWriter
  private let relationships: ImagePropertyWriter

  /// Prepares to write elements of an image.
  public init(_ image: GraphImage) {
    self.image = image
    nodeKeys = ImageKeyWriter(image.nodeKeys, after: #"{"key":"#)
    relationshipKeys = ImageKeyWriter(image.relationshipKeys, after: #"{"key":"#)
    sourceKeys = ImageKeyWriter(image.nodeKeys, after: #","from":"#)
    targetKeys = ImageKeyWriter(image.nodeKeys, after: #","to":"#)
    nodes = ImagePropertyWriter(image.nodeProperties)
    relationships = ImagePropertyWriter(image.relationshipProperties)
  }

  /// Appends a line for each of some nodes: key, labels, properties.
  ///
  /// - Parameter labels: A JSON array.
  public func appendNodes(_ range: Range<UInt32>, labels: String, to bytes: ByteBuffer) {
    let middle = BytePieces([#","labels":\#(labels),"properties":"#])
    let limit = nodeKeys.limit + middle.longest + nodes.limit + 32
    unsafe append(range, nodes, to: bytes, limit) { element, cursor in
      unsafe nodeKeys.append(element, to: &cursor, of: bytes, leaving: limit)
      unsafe middle.append(0, to: &cursor)
    }
  }

  /// Appends a line for each of some relationships: key, keys of the ends, type, properties.
  public func appendRelationships(_ range: Range<UInt32>, type: String, to bytes: ByteBuffer) {
    let middle = BytePieces([#","type":\#(JSONValue.string(type).text()),"properties":"#])
    let keys = relationshipKeys.limit + sourceKeys.limit + targetKeys.limit
    let limit = keys + middle.longest + relationships.limit + 32
    unsafe append(range, relationships, to: bytes, limit) { element, cursor in
      unsafe relationshipKeys.append(element, to: &cursor, of: bytes, leaving: limit)
      let (source, target) = (Int(image.sources[element]), Int(image.targets[element]))
      unsafe sourceKeys.append(source, to: &cursor, of: bytes, leaving: limit)
      unsafe targetKeys.append(target, to: &cursor, of: bytes, leaving: limit)
      unsafe middle.append(0, to: &cursor)
    }
  }

  /// - Parameter limit: The most bytes of a line, but for what makes room for itself and as many more.
  @inline(__always)
  private func append(
    _ range: Range<UInt32>,
    _ properties: ImagePropertyWriter,
    to bytes: ByteBuffer,
    _ limit: Int,
    _ appendHead: (Int, inout ByteCursor) -> Void
  ) {
    var cursor = unsafe bytes.cursor(for: limit)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = start + min(UInt32(ImageColumnRun.capacity), range.upperBound - start)
      properties.read(start..<end)
      for element in start..<end {
        unsafe bytes.makeRoom(for: limit, &cursor)
        unsafe appendHead(Int(element), &cursor)
        unsafe properties.append(Int(element - start), to: &cursor, of: bytes, leaving: limit)
        unsafe cursor.append(UInt8(ascii: "}"))
        unsafe cursor.append(UInt8(ascii: "\n"))
      }
      start = end
    }
    unsafe bytes.take(cursor)
  }
}
