import GraphModel

extension SectionWriter {
  /// Makes room for the relationships of nodes, type by type.
  mutating func reserveAdjacency(_ builder: borrowing IndexBuilder) throws(StorageError) {
    for (type, members) in builder.typeMembers.enumerated() {
      let (sources, targets) = builder.typeEnds[type]
      try reserveAdjacency(type, .outgoing, members, near: sources, far: targets)
      try reserveAdjacency(type, .incoming, members, near: targets, far: sources)
    }
  }

  private mutating func reserveAdjacency(
    _ type: Int,
    _ direction: ImageFormat.Direction,
    _ members: MemberRun,
    near: EndRange,
    far: EndRange
  ) throws(StorageError) {
    let item = UInt32(type) * 2 + direction.rawValue
    let layout = AdjacencyLayout(members, near: near)
    if !layout.isSparse {
      let width = Self.width(of: UInt64(members.count) + 1)
      let base = Int(near.low)
      try reserve(.adjacencyOffsets, item: item, near.span + 1, width: width, base: base)
    } else if !layout.isInOrder {
      let form = ImageFormat.Places.nodes.rawValue
      try reserve(.adjacencyOffsets, item: item, members.count, form: form)
    }
    guard !layout.isInOrder else { return }
    try reserve(
      .adjacencyRelationships,
      item: item,
      members.count,
      width: Self.width(of: UInt64(layout.relationshipBound)),
      base: layout.relationshipBase
    )
    let width = Self.width(of: UInt64(far.span))
    try reserve(
      .adjacencyNeighbours,
      item: item,
      members.count,
      width: width,
      base: Int(far.low)
    )
  }
}

extension SectionFiller {
  /// Fills in the relationships of nodes, type by type.
  func fillAdjacency() {
    let (sources, targets) = (numbers(.relationshipSources), numbers(.relationshipTargets))
    let (places, members) = (numbers(.typeMemberPlaces), numbers(.typeMembers))
    for type in 0..<places.count / 3 {
      let (first, count) = (places[type * 3 + 1], places[type * 3 + 2])
      let isRun = places[type * 3] == 0
      func relationship(_ place: Int) -> Int { isRun ? first + place : members[first + place] }
      fill(type, .outgoing, count, relationship, near: sources, far: targets)
      fill(type, .incoming, count, relationship, near: targets, far: sources)
    }
  }

  /// - Parameter relationship: Returns the relationships of the type by place, in ascending order.
  private func fill(
    _ type: Int,
    _ direction: ImageFormat.Direction,
    _ count: Int,
    _ relationship: (Int) -> Int,
    near: Numbers,
    far: Numbers
  ) {
    let item = UInt32(type) * 2 + direction.rawValue
    guard let section = section(.adjacencyOffsets, item) else { return }
    let places = numbers(.adjacencyOffsets, item)
    let relationships = BasedNumbers(self, .adjacencyRelationships, item)
    let neighbours = BasedNumbers(self, .adjacencyNeighbours, item)
    guard section.form == ImageFormat.Places.offsets.rawValue else {
      for place in 0..<count { relationships[place] = relationship(place) }
      relationships.sort { (near[$0], $0) < (near[$1], $1) }
      for place in 0..<count {
        places[place] = near[relationships[place]]
        neighbours[place] = far[relationships[place]]
      }
      return
    }
    sortByCounting(places, section.count, count, relationship, near) { place, found in
      guard relationships.count > 0 else { return }
      relationships[place] = found
      neighbours[place] = far[found]
    }
  }

  /// Relationships come in ascending order, and go to the next free place of their node.
  private func sortByCounting(
    _ offsets: Numbers,
    _ first: Int,
    _ count: Int,
    _ relationship: (Int) -> Int,
    _ near: Numbers,
    put: (_ place: Int, _ relationship: Int) -> Void
  ) {
    for place in 0..<count { offsets[near[relationship(place)] - first + 1] += 1 }
    for node in 1..<offsets.count { offsets[node] += offsets[node - 1] }
    for place in 0..<count {
      let found = relationship(place)
      let node = near[found] - first
      put(offsets[node], found)
      offsets[node] += 1
    }
    // Each offset has moved to where the next node begins.
    for node in stride(from: offsets.count - 1, to: 0, by: -1) { offsets[node] = offsets[node - 1] }
    offsets[0] = 0
  }
}

/// One section of numbers from which a base is taken.
private struct BasedNumbers {
  private let numbers: SectionFiller.Numbers
  private let base: Int

  init(_ filler: SectionFiller, _ kind: ImageFormat.Kind, _ item: UInt32) {
    numbers = filler.numbers(kind, item)
    base = filler.section(kind, item)?.count ?? 0
  }

  var count: Int { numbers.count }

  subscript(index: Int) -> Int {
    get { numbers[index] + base }
    nonmutating set { numbers[index] = newValue - base }
  }

  /// Sorts numbers of 32 bits whose base is 0.
  func sort(by isBefore: (Int, Int) -> Bool) {
    var words = unsafe numbers.bytes.assumingMemoryBound(to: UInt32.self)
    unsafe words.sort { isBefore(Int($0), Int($1)) }
  }
}
