/// Holds the numbers of the image format, which `data/schema/index-format.md` describes.
public enum ImageFormat {
  /// The first eight bytes of every image: not ASCII first, so that no text is mistaken for one.
  public static let magic: UInt64 = 0x0A1A_5844_4943_4289
  /// Reads otherwise where bytes come in another order.
  public static let byteOrderMark: UInt32 = 0x0403_0201
  /// The version that this program reads and writes.
  public static let version: UInt32 = 6
  /// The length of the header, after which the sections begin.
  public static let headerBytes = 128
  /// The length of one entry of the section table.
  public static let entryBytes = 40
  /// The sections are checked in pages of two to this power of bytes: small ones, as a query that
  /// touches a few numbers here and there pays for a whole page each time.
  public static let pageShift = 11
  /// Sections begin at multiples of this, so that no number lies across the border of a page.
  public static let alignment = 64
  /// Of so many texts in order, the first bytes of one stand together.
  public static let headStep = 8

  /// How many of so many texts in order have their first bytes there.
  public static func headCount(ofTexts count: Int) -> Int { (count + headStep - 1) / headStep }

  /// Most nodes, and most relationships.
  public static let elementLimit = Int(UInt32.max) - 1

  /// Places in the header, in bytes.
  package enum Header {
    package static let magic = 0
    package static let byteOrderMark = 8
    package static let version = 12
    package static let totalBytes = 16
    package static let tableOffset = 24
    package static let sectionCount = 32
    package static let pageShift = 36
    package static let checksumsOffset = 40
    package static let pageCount = 48
    package static let nodeCount = 56
    package static let relationshipCount = 64
    package static let logPosition = 72
    package static let entryDigest = 80
    package static let caseDigest = 88
    package static let tablesChecksum = 112
    package static let headerChecksum = 120
  }

  /// What a section holds.
  public enum Kind: UInt32, Sendable, CaseIterable {
    /// Where each text of a list begins, and where the last one ends; the item is a `TextList`.
    case textOffsets = 1
    /// The texts of a list in UTF-8, one behind the other.
    case textBytes
    /// Where the labels of each set begin in `labelSetMembers`.
    case labelSetOffsets
    /// Numbers of labels, set by set.
    case labelSetMembers
    /// The set of labels by node.
    case nodeLabelSets
    /// Three numbers by label: 0 and the first node and how many follow one another, or 1 and the
    /// place in `labelMembers` and how many stand there.
    case labelMemberPlaces
    /// Nodes in ascending order, label by label, of labels whose nodes do not follow one another.
    case labelMembers
    /// The type by relationship.
    case relationshipTypes
    /// The node that the relationship leaves.
    case relationshipSources
    /// The node that the relationship enters.
    case relationshipTargets
    /// Three numbers by type, as for labels.
    case typeMemberPlaces
    /// Relationships in ascending order, type by type, of types whose relationships do not follow
    /// one another.
    case typeMembers
    /// For one type and direction, where the relationships of each node begin, from the first to the
    /// last node that has any; or the node by place, as the form says. The item is the number of the
    /// type times two plus the `Direction`, here and below.
    case adjacencyOffsets
    /// Relationships by node, then index; missing where they count up.
    case adjacencyRelationships
    /// The nodes at their other ends; missing where those stand together in the sections of ends.
    case adjacencyNeighbours
    /// An open hash table of the keys in the list of texts: their number plus one; the item is an
    /// `Owner`, here and below.
    case keySlots = 17
    /// Elements whose keys count up: the first element, how many follow it, the number of the first
    /// key, and the number of the text that all begin with.
    case keyRanges
    /// The values of a column; the item is the number of the property key times two plus the owner,
    /// here and below.
    case columnValues
    /// In a sparse column, the elements that have the values, in ascending order.
    case columnElements
    /// In a dense column with gaps, one bit per element.
    case columnPresence
    /// In a mixed column, the form of each value.
    case columnTags
    /// In a column of integers or dates, what is added to each.
    case columnBase
    /// In a column of texts, numbers in the dictionary, which the values are places in.
    case columnCodes
    /// In a column of integers that count up, or a mixed one, the elements at which they begin anew,
    /// and the values there; the section of values is empty then.
    case columnSteps
    /// In a column of very many texts, its elements in the order of the bytes of their texts.
    case columnOrder
    /// Places in that order, in the order of the bytes of the texts read backwards.
    case columnBackwardOrder
    /// The first bytes of every so many texts in `columnOrder`.
    case columnHeads
    /// The last bytes, read backwards, of every so many texts in `columnBackwardOrder`.
    case columnTails
  }

  /// The lists of texts.
  public enum TextList: UInt32, Sendable, CaseIterable {
    case labels, types, nodeProperties, relationshipProperties, dictionary, nodeKeys
    case relationshipKeys, keyPrefixes
  }

  /// Which of the two kinds of element something belongs to.
  public enum Owner: UInt32, Sendable, CaseIterable {
    case node, relationship
  }

  /// Whether relationships are found by the node that they leave or by the one that they enter.
  public enum Direction: UInt32, Sendable, CaseIterable {
    case outgoing, incoming
  }

  /// The form of the places of nodes in the relationships of a type.
  public enum Places: UInt32, Sendable {
    case offsets, nodes
  }

  /// The form of the values of a column.
  public enum Form: UInt32, Sendable, CaseIterable {
    /// 64-bit integers, in as few bytes as the column allows.
    case integer = 1
    /// IEEE 754 doubles.
    case float
    /// One byte each, 0 or 1.
    case boolean
    /// Numbers of texts in the dictionary.
    case string
    /// Days since 1970-01-01, in as few bytes as the column allows.
    case date
    /// The stored JSON form as text in the dictionary, in 32 bits.
    case json
    /// 64 bits each, and a tag that says which of the other forms they have.
    case mixed
  }
}

/// Says which state of which case an image holds.
public struct ImageStamp: Hashable, Sendable {
  /// The last log entry that the image contains; 0 before the first.
  public let logPosition: Int64
  /// A hash of that entry, which tells it from another with the same position.
  public let entryDigest: UInt64
  /// A hash of the first entry of the log, which tells the case from others.
  public let caseDigest: UInt64

  /// Makes a stamp.
  public init(logPosition: Int64, entryDigest: UInt64, caseDigest: UInt64) {
    self.logPosition = logPosition
    self.entryDigest = entryDigest
    self.caseDigest = caseDigest
  }
}

/// Says why bytes are no image that can be used.
public enum ImageError: Error, Hashable, Sendable {
  /// The bytes do not begin as an image.
  case foreign
  /// The image was written on a machine with another order of bytes.
  case otherByteOrder
  /// The image has another version of the format.
  case otherVersion(UInt32)
  /// The bytes contradict themselves.
  case damaged(String)
}
