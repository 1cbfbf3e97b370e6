/// Makes data that are the same for the same seed: people, few of them very active, who meet mostly
/// within their agency and country, and very many names.
struct GeneratedData {
  /// Holds how much there is of everything.
  struct Scale {
    var people: Int
    var meetings: Int
    var names: Int

    /// The scales by name.
    static let named = [
      "small": Scale(people: 500, meetings: 2_500, names: 5_000),
      "S": Scale(people: 10_000, meetings: 50_000, names: 1_000_000),
      "M": Scale(people: 100_000, meetings: 1_000_000, names: 1_000_000),
    ]

    var agencies: Int { max(20, people / 50) }
    var countries: Int { 200 }
    var sources: Int { max(50, Int(2 * Double(meetings).squareRoot())) }
    var statements: Int { meetings / 5 }
  }

  /// Somebody's part in a meeting.
  struct Participation {
    let person: Int
    let meeting: Int
    let role: String
    let status: String
    let source: Int
  }

  /// Somebody's time in an agency; the day after the last one is missing where it goes on.
  struct Affiliation {
    let person: Int
    let agency: Int
    let from: Int
    let to: Int?
    let status: String
    let source: Int
  }

  /// A meeting; its number is its place in the list.
  struct Meeting {
    let date: Int
    let country: Int
    let status: String
    let source: Int
  }

  let scale: Scale
  var random: SplitMix
  private(set) var countryOfAgency: [Int] = []
  private(set) var agencyOfPerson: [Int] = []
  private(set) var affiliations: [Affiliation] = []
  private(set) var meetings: [Meeting] = []
  private(set) var participations: [Participation] = []
  private(set) var personNames: [String] = []
  private(set) var names: [String] = []
  private let sourceRanks: RankDraw

  init(_ scale: Scale, seed: UInt64) {
    self.scale = scale
    random = SplitMix(state: seed)
    sourceRanks = RankDraw(count: scale.sources, exponent: 0.9, shift: 5)
    makePeople()
    makeMeetings()
    let maker = NameMaker(&random)
    personNames = (0..<scale.people).map { _ in maker.name(&random) }
    names = (0..<scale.names).map { _ in maker.name(&random) }
  }

  private mutating func makePeople() {
    let countries = RankDraw(count: scale.countries, exponent: 0.9, shift: 3)
    countryOfAgency = (0..<scale.agencies).map { _ in countries.draw(&random) }.sorted()
    let agencies = RankDraw(count: scale.agencies, exponent: 0.6, shift: 4)
    // In the order of agencies the people of one, and those of a country, are neighbours.
    agencyOfPerson = (0..<scale.people).map { _ in agencies.draw(&random) }.sorted()
    for person in 0..<scale.people {
      var day = random.below(5_000)
      for _ in 0..<random.below(3) {
        let end = day + 200 + random.below(2_300)
        addAffiliation(person, random.below(scale.agencies), from: day, to: end)
        day = end
      }
      addAffiliation(person, agencyOfPerson[person], from: day, to: nil)
    }
  }

  private mutating func addAffiliation(_ person: Int, _ agency: Int, from: Int, to: Int?) {
    affiliations.append(
      Affiliation(
        person: person,
        agency: agency,
        from: Self.day(from),
        to: to.map(Self.day),
        status: status(),
        source: sourceRanks.draw(&random)
      )
    )
  }

  private mutating func makeMeetings() {
    let sizes = RankDraw(count: 7, exponent: 1.5, shift: 2)
    let activity = RankDraw(count: scale.people, exponent: 0.75, shift: 30)
    // Who is how active does not depend on the agency.
    var people = Array(0..<scale.people)
    for last in stride(from: people.count - 1, to: 0, by: -1) {
      people.swapAt(last, random.below(last + 1))
    }
    for meeting in 0..<scale.meetings {
      let anchor = people[activity.draw(&random)]
      let square = Double(random.below(1 << 30)) / Double(1 << 30)
      meetings.append(
        Meeting(
          date: Self.day(Int(square.squareRoot() * Double(Self.days))),
          country: countryOfAgency[agencyOfPerson[anchor]],
          status: status(),
          source: sourceRanks.draw(&random)
        )
      )
      var taking: Set<Int> = [anchor]
      for _ in 0..<(1 + sizes.draw(&random)) {
        let isNear = random.below(10) < 7
        let near = anchor + random.below(101) - 50
        taking.insert(
          isNear ? min(max(0, near), scale.people - 1) : people[activity.draw(&random)]
        )
      }
      for person in taking.sorted() { addParticipation(person, meeting) }
    }
  }

  private mutating func addParticipation(_ person: Int, _ meeting: Int) {
    participations.append(
      Participation(
        person: person,
        meeting: meeting,
        role: Self.roles[random.below(Self.roles.count)],
        status: status(),
        source: sourceRanks.draw(&random)
      )
    )
  }

  mutating func status() -> String {
    let draw = random.below(100)
    return draw < 70 ? "confirmed" : draw < 92 ? "reported" : "denied"
  }

  private static let roles = ["participant", "host", "guest", "delegate", "observer"]
  /// From 2000 to 2025.
  static let days = 9_497

  /// Returns the number since 1970 of a day by its number from 0; later ones than the last are the
  /// last.
  static func day(_ number: Int) -> Int { 10_957 + min(number, days - 1) }
}
