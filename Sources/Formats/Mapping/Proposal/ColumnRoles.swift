/// Decides what each column of a register holds: what its head says, unless its values say
/// otherwise; else what its values look like.
struct ColumnRoles {
  let profiles: [ColumnProfile]
  /// What each column holds; `nil` where that is not understood.
  private(set) var roles: [HeaderRole?]
  /// The columns whose head says what they hold.
  private(set) var named: Set<Int> = []

  init(_ profiles: [ColumnProfile]) {
    self.profiles = profiles
    roles = []
    for profile in profiles {
      if let role = profile.headers.prefix(3).first(where: { Self.fits($0, profile) }) {
        roles.append(role)
        named.insert(profile.index)
      } else {
        roles.append(Self.role(byValuesOf: profile))
      }
    }
    dropDoubtful()
  }

  /// Returns the columns that hold something, in the order of the table.
  func columns(_ wanted: HeaderRole...) -> [ColumnProfile] {
    profiles.filter { profile in roles[profile.index].map(wanted.contains) ?? false }
  }

  /// Returns the one of some columns that is nearest to another; on a par the one before it.
  static func nearest(_ index: Int, among columns: [Int]) -> Int? {
    columns.min { (abs($0 - index), $0) < (abs($1 - index), $1) }
  }

  private static func fits(_ role: HeaderRole, _ profile: ColumnProfile) -> Bool {
    guard !profile.isEmpty else { return false }
    switch role {
    case .date, .end, .published: return profile.isDate
    case .link: return profile.share(.link) >= 0.5
    case .key: return !profile.isDate || profile.isUnique
    case .time, .note: return !profile.isDate && profile.share(.link) < 0.8
    case .caller, .called:
      return !profile.isDate
        && (!profile.isNameless || profile.share(.phone, .number) > 0.5)
    case .host, .guest, .name, .organization, .hostAgency, .client, .givenName, .familyName:
      return !profile.isDate && !profile.isNameless && profile.longest <= 4_000
    case .kind: return !profile.isDate && !profile.isNameless && profile.distinctCount <= 60
    case .position, .role, .nationality, .country, .place, .topic, .title, .relation:
      return !profile.isDate && !profile.isNameless
    }
  }

  private static func role(byValuesOf profile: ColumnProfile) -> HeaderRole? {
    guard !profile.isEmpty else { return nil }
    if profile.share(.link) >= 0.8 { return .link }
    if profile.isDate { return .date }
    if profile.isUnique, profile.index <= 1, profile.share(.number, .code) >= 0.9 { return .key }
    if isKind(profile) { return .kind }
    if profile.isNameless || profile.longest > 1_000 { return nil }
    if profile.share(.country) >= 0.8 { return .country }
    if profile.share(.place) >= 0.3, profile.share(.place, .country) >= 0.7 { return .place }
    // The same few words again and again are no names of a register.
    guard profile.distinctCount > 3 || profile.rowCount < 20 else { return nil }
    if profile.share(.person) >= 0.6 { return .name }
    if profile.share(.organization) >= 0.5, profile.share(.person) < 0.2 { return .organization }
    return profile.share(.person, .organization, .country) >= 0.7 ? .name : nil
  }

  /// Tells whether most values are words for kinds of contact.
  static func isKind(_ profile: ColumnProfile) -> Bool {
    guard profile.distinctCount <= 40, profile.longest <= 60 else { return false }
    let known = profile.values.filter { ProposalWords.eventType($0.text) != nil }
    return known.reduce(0) { $0 + $1.count } * 2 > profile.filledCount
  }

  /// Where heads say who took part, names in other columns are of people who may not have.
  private mutating func dropDoubtful() {
    let people: Set<HeaderRole> = [
      .host, .guest, .caller, .called, .name, .organization, .hostAgency, .familyName,
    ]
    let isKnown = named.contains { roles[$0].map(people.contains) ?? false }
    guard isKnown else { return }
    for index in roles.indices where !named.contains(index) {
      if let role = roles[index], people.contains(role) || role == .country { roles[index] = nil }
    }
  }
}
