/// Finds the side that somebody belongs to and the sides that somebody speaks for.
///
/// Sides are countries, or agencies where there is no country. They follow from posts, relations
/// and containment that may have held at the date in question; a post without dates always counts,
/// and so does one that nobody ever spoke of.
public struct SideResolver: Sendable {
  private let index: CaseIndex
  private let known: KnownClaims?
  /// Whether nothing is known to have begun or ended, so that the date in question decides nothing.
  let isTimeless: Bool

  /// Makes a resolver over the records of a case; with `known`, posts and relations that somebody
  /// claims count only if a claim that counts affirms them.
  public init(_ index: CaseIndex, known: KnownClaims? = nil) {
    self.index = index
    self.known = known
    isTimeless = index.isTimeless
  }

  /// Returns the sides that `entity` belongs to within `bounds`, in natural order; empty when
  /// nothing ties it to an agency or country.
  ///
  /// Complexity: linear in the posts and relations met on the way up; cycles end the walk.
  public func sides(of entity: EntityID, at bounds: DateBounds) -> [EntityID] {
    var sides: Set<EntityID> = []
    switch index.entities[entity]?.type {
    case .country: sides = [entity]
    case .agency: sides = tops(of: entity, at: bounds)
    case .person:
      for post in posts(of: entity) where holds(post.held, at: bounds) {
        if let country = post.country {
          sides.insert(country)
        } else if let agency = post.agency {
          sides.formUnion(tops(of: agency, at: bounds))
        }
      }
      for object in allegiances(of: entity, at: bounds) {
        sides.formUnion(tops(of: object, at: bounds))
      }
    case .place, .topic, nil: break
    }
    return sides.sorted()
  }

  /// Returns everything that `claimant` speaks for within `bounds`: itself, its agencies, and the
  /// country where the post or agency is one that speaks for it (see `AgencyKind`).
  public func voices(of claimant: EntityID, at bounds: DateBounds) -> Set<EntityID> {
    var voices: Set<EntityID> = [claimant]
    guard let entity = index.entities[claimant] else { return voices }
    if entity.type == .agency { voices.formUnion(agencyVoices(claimant, at: bounds)) }
    for post in posts(of: claimant) where holds(post.held, at: bounds) {
      if let agency = post.agency { voices.formUnion(agencyVoices(agency, at: bounds)) }
      if let country = post.country, post.agency.map(speaksForCountry) ?? true {
        voices.insert(country)
      }
    }
    for object in allegiances(of: claimant, at: bounds) {
      voices.formUnion(agencyVoices(object, at: bounds))
    }
    return voices
  }

  /// Returns the agencies and countries that `entity` belongs to within `bounds` by itself: by a
  /// post, a relation, or as a part.
  public func memberships(of entity: EntityID, at bounds: DateBounds) -> Set<EntityID> {
    let posts = posts(of: entity).filter { holds($0.held, at: bounds) }
      .flatMap { [$0.agency, $0.country].compactMap(\.self) }
    return Set(
      posts + allegiances(of: entity, at: bounds) + parents(of: entity, at: bounds)
    )
  }

  /// Returns every agency and country that `entity` belongs to within `bounds`, directly or through
  /// containment.
  public func groups(of entity: EntityID, at bounds: DateBounds) -> Set<EntityID> {
    var groups = memberships(of: entity, at: bounds)
    var pending = Array(groups)
    while let group = pending.popLast() {
      pending += parents(of: group, at: bounds).filter { groups.insert($0).inserted }
    }
    return groups
  }

  private func posts(of person: EntityID) -> [Post] {
    index.posts(of: person).filter { known?.mayCount($0.id) ?? true }
  }

  private func relations(from entity: EntityID) -> [Relation] {
    index.relations(from: entity).filter { known?.mayCount($0.id) ?? true }
  }

  private func parents(of entity: EntityID, at bounds: DateBounds) -> [EntityID] {
    relations(from: entity)
      .filter { $0.kind == .partOf && holds($0.held, at: bounds) }
      .map(\.object)
  }

  private func agencyVoices(_ agency: EntityID, at bounds: DateBounds) -> Set<EntityID> {
    speaksForCountry(agency) ? tops(of: agency, at: bounds).union([agency]) : [agency]
  }

  private func speaksForCountry(_ agency: EntityID) -> Bool {
    index.entities[agency]?.agencyKind?.speaksForCountry ?? true
  }

  private func allegiances(of entity: EntityID, at bounds: DateBounds) -> [EntityID] {
    relations(from: entity)
      .filter { [.represents, .memberOf].contains($0.kind) && holds($0.held, at: bounds) }
      .map(\.object)
  }

  /// Walks containment upwards; the top is a country, else the outermost agency.
  private func tops(of start: EntityID, at bounds: DateBounds) -> Set<EntityID> {
    var seen: Set<EntityID> = [start]
    var tops: Set<EntityID> = []
    var pending = [start]
    while let entity = pending.popLast() {
      let parents = parents(of: entity, at: bounds)
      if parents.isEmpty || index.entities[entity]?.type == .country {
        tops.insert(entity)
        continue
      }
      pending += parents.filter { seen.insert($0).inserted }
    }
    let countries = tops.filter { index.entities[$0]?.type == .country }
    return countries.isEmpty ? tops : countries
  }

  private func holds(_ interval: UncertainDate?, at bounds: DateBounds) -> Bool {
    guard let interval else { return true }
    return interval.bounds.overlaps(bounds) != .never
  }
}
