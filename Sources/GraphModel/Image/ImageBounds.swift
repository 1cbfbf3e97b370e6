/// Says for each section of indices what its numbers must be less than, so that no index out of an
/// image can lead outside of a table.
struct ImageBounds {
  /// The sections with their bounds.
  private(set) var sections: [ImageStorage.Section]

  init(_ sections: [ImageStorage.Section], nodeCount: Int, relationshipCount: Int) {
    func count(_ kind: ImageFormat.Kind, _ item: UInt32 = 0) -> Int {
      let section = sections.first { $0.kind == kind.rawValue && $0.item == item }
      return section.map { $0.length / $0.width } ?? 0
    }
    func texts(_ list: ImageFormat.TextList) -> Int {
      max(0, count(.textOffsets, list.rawValue) - 1)
    }
    func hasCodes(_ column: UInt32) -> Bool {
      sections.contains {
        $0.kind == ImageFormat.Kind.columnCodes.rawValue && $0.item == column
      }
    }
    let (labels, types) = (texts(.labels), texts(.types))
    let dictionary = texts(.dictionary)
    let sets = max(0, count(.labelSetOffsets) - 1)
    func bound(_ section: ImageStorage.Section) -> Int? {
      switch ImageFormat.Kind(rawValue: section.kind) {
      case .labelSetMembers: labels
      case .nodeLabelSets: sets
      case .labelMembers, .relationshipSources, .relationshipTargets: nodeCount
      case .relationshipTypes: types
      case .typeMembers: relationshipCount
      case .adjacencyNeighbours: nodeCount - section.count
      case .adjacencyRelationships: relationshipCount - section.count
      case .keySlots:
        1 + texts(section.item == ImageFormat.Owner.node.rawValue ? .nodeKeys : .relationshipKeys)
      case .columnElements, .columnOrder: section.item % 2 == 0 ? nodeCount : relationshipCount
      case .columnBackwardOrder: count(.columnOrder, section.item)
      case .columnCodes: dictionary
      case .columnValues:
        switch ImageFormat.Form(rawValue: section.form) {
        case .string, .json:
          hasCodes(section.item) ? count(.columnCodes, section.item) : dictionary
        default: nil
        }
      default: nil
      }
    }
    self.sections = sections.map { section in
      var section = section
      section.bound = bound(section).map { UInt32(clamping: $0) }
      return section
    }
  }
}
