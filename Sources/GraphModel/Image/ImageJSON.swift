/// Writes elements of an image as lines of JSON.
///
/// One thread at a time uses it.
public final class ImageJSON {
  /// What was written.
  public let bytes = ByteBuffer()
  private let image: GraphImage
  private let nodeKeys: ImageKeyWriter
  private let relationshipKeys: ImageKeyWriter
  private let nodes: ImagePropertyWriter
  private let relationships: ImagePropertyWriter

  /// Prepares to write elements of an image.
  public init(_ image: GraphImage) {
    self.image = image
    nodeKeys = ImageKeyWriter(image.nodeKeys)
    relationshipKeys = ImageKeyWriter(image.relationshipKeys)
    nodes = ImagePropertyWriter(image.nodeProperties)
    relationships = ImagePropertyWriter(image.relationshipProperties)
  }

  /// Appends a line for each of some nodes: key, labels, properties.
  ///
  /// - Parameter labels: A JSON array.
  public func appendNodes(_ range: Range<UInt32>, labels: String) {
    let middle = #","labels":\#(labels),"properties":"#
    append(range, nodes, nodeKeys, middle) { _ in }
  }

  /// Appends a line for each of some relationships: key, keys of the ends, type, properties.
  public func appendRelationships(_ range: Range<UInt32>, type: String) {
    let middle = #","type":\#(JSONValue.string(type).text()),"properties":"#
    append(range, relationships, relationshipKeys, middle) { element in
      bytes.append(#","from":"# as StaticString)
      nodeKeys.append(Int(image.sources[element]), to: bytes)
      bytes.append(#","to":"# as StaticString)
      nodeKeys.append(Int(image.targets[element]), to: bytes)
    }
  }

  @inline(__always)
  private func append(
    _ range: Range<UInt32>,
    _ properties: ImagePropertyWriter,
    _ keys: ImageKeyWriter,
    _ middle: String,
    _ appendEnds: (Int) -> Void
  ) {
    var middle = middle
    middle.withUTF8 { middle in
      let middle = UnsafeRawBufferPointer(middle)
      var start = range.lowerBound
      while start < range.upperBound {
        let end = start + min(UInt32(ImageColumnRun.capacity), range.upperBound - start)
        properties.read(start..<end)
        for element in start..<end {
          bytes.append(#"{"key":"# as StaticString)
          keys.append(Int(element), to: bytes)
          appendEnds(Int(element))
          unsafe bytes.append(middle)
          properties.append(Int(element - start), to: bytes)
          bytes.append("}\n" as StaticString)
        }
        start = end
      }
    }
  }
}
