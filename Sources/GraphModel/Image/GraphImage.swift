/// Reads an immutable labelled property graph in the form of `ImageFormat`, in place.
///
/// Opening reads the header and the tables; everything else is read when it is asked for. An image
/// may come from anybody: whatever it holds, no read leaves it, and damage that is met makes
/// `isDamaged` true. Nodes and relationships are indices from 0.
///
/// Reading is safe from any thread.
public final class GraphImage: Sendable {
  /// The state of the case that the image holds.
  public let stamp: ImageStamp
  /// The number of nodes.
  public let nodeCount: Int
  /// The number of relationships.
  public let relationshipCount: Int
  /// The labels by number.
  public let labels: [String]
  /// The sets of labels by number, as ascending numbers of labels.
  public let labelSets: [[Int]]
  /// The number of the set of labels by node.
  public let nodeLabelSets: ImageIndices
  /// By label, the nodes that have it, in ascending order.
  public let labelMembers: [ImageMembers]
  /// The relationship types by number.
  public let types: [String]
  /// The number of the type by relationship.
  public let relationshipTypes: ImageIndices
  /// The node that the relationship leaves, by relationship.
  public let sources: ImageIndices
  /// The node that the relationship enters, by relationship.
  public let targets: ImageIndices
  /// By type, the relationships that have it, in ascending order.
  public let typeMembers: [ImageMembers]
  /// By type, relationships by the node that they leave.
  public let outgoing: ContiguousArray<ImageNeighbours>
  /// By type, relationships by the node that they enter.
  public let incoming: ContiguousArray<ImageNeighbours>
  /// The keys of nodes.
  public let nodeKeys: ImageKeys
  /// The keys of relationships.
  public let relationshipKeys: ImageKeys
  /// The keys and values of the properties of nodes.
  public let nodeProperties: [(key: String, column: ImageColumn)]
  /// The keys and values of the properties of relationships.
  public let relationshipProperties: [(key: String, column: ImageColumn)]
  private let storage: ImageStorage

  /// Opens the image in a region of memory.
  ///
  /// - Throws: Why it cannot be used.
  public init(_ region: any ImageRegion) throws(ImageError) {
    let reader = ImageReader(file: unsafe try ImageFile(region))
    let file = reader.file
    let (nodeCount, relationshipCount) = (file.nodeCount, file.relationshipCount)
    self.nodeCount = nodeCount
    self.relationshipCount = relationshipCount
    stamp = file.stamp
    storage = file.storage
    labels = try reader.names(.labels)
    types = try reader.names(.types)
    labelSets = try reader.labelSets()
    nodeLabelSets = try reader.indices(.nodeLabelSets, count: nodeCount)
    labelMembers = try reader.members(.labelMemberPlaces, .labelMembers, of: nodeCount)
    relationshipTypes = try reader.indices(.relationshipTypes, count: relationshipCount)
    sources = try reader.indices(.relationshipSources, count: relationshipCount)
    targets = try reader.indices(.relationshipTargets, count: relationshipCount)
    typeMembers = try reader.members(.typeMemberPlaces, .typeMembers, of: relationshipCount)
    outgoing = try reader.neighbours(.outgoing, typeMembers, near: sources, far: targets)
    incoming = try reader.neighbours(.incoming, typeMembers, near: targets, far: sources)
    nodeKeys = try reader.keys(.node)
    relationshipKeys = try reader.keys(.relationship)
    nodeProperties = try reader.columns(.node, elementCount: nodeCount)
    relationshipProperties = try reader.columns(
      .relationship,
      elementCount: relationshipCount
    )
    guard labelMembers.count == labels.count, typeMembers.count == types.count else {
      throw .damaged("the members of a label or type are missing")
    }
    guard !isDamaged else { throw .damaged("a page does not have its checksum") }
  }

  /// Whether something was read that the image should not hold.
  ///
  /// What was read since it was opened may be wrong then.
  public var isDamaged: Bool { storage.isDamaged }

  /// Checks all of the image; a part that was checked before is not checked again.
  ///
  /// Complexity: linear in the length of the image.
  public func verify() -> Bool { storage.verifyAll() }
}
