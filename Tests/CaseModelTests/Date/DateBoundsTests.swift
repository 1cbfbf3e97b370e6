import CaseModel
import GraphModel
import Testing

@Suite("Date bounds")
struct DateBoundsTests {
  /// The days from which the small intervals are made; they cross the end of a month.
  static let days = (17_560...17_565).compactMap(CalendarDate.init(dayNumber:))

  /// Every interval of those days, with either end open too.
  static let intervals = ([nil] + days).flatMap { earliest in
    (days + [nil]).compactMap { DateBounds(earliest: earliest, latest: $0) }
  }

  /// The days an interval allows, an open end reaching two days further than any known day, so
  /// that two open ends can lie on either side of each other.
  static func allowed(_ bounds: DateBounds) -> ClosedRange<Int> {
    let first = bounds.earliest?.dayNumber ?? (days[0].dayNumber - 2)
    let last = bounds.latest?.dayNumber ?? (days[days.count - 1].dayNumber + 2)
    return first...last
  }

  /// Asks about every combination of days.
  static func verdict(_ answers: [Bool]) -> Certainty {
    answers.allSatisfy(\.self) ? .certainly : answers.contains(true) ? .possibly : .never
  }

  @Test("Bounds that end before they start are refused")
  func reversed() {
    let (first, last) = (Self.days[0], Self.days[1])
    #expect(DateBounds(earliest: last, latest: first) == nil)
    #expect(DateBounds(earliest: first, latest: first) == DateBounds(day: first))
    #expect(DateBounds(earliest: nil, latest: nil) == .unbounded)
    #expect(DateBounds(day: first).onlyDay == first)
    #expect(DateBounds.unbounded.onlyDay == nil)
  }

  @Test("Relations agree with asking about every pair of days", arguments: intervals)
  func relations(left: DateBounds) {
    for right in Self.intervals {
      let pairs = Self.allowed(left).flatMap { x in Self.allowed(right).map { (x, $0) } }
      #expect(left.isBefore(right) == Self.verdict(pairs.map { $0 < $1 }), "\(left) \(right)")
      #expect(left.isAfter(right) == Self.verdict(pairs.map { $0 > $1 }), "\(left) \(right)")
      #expect(left.overlaps(right) == Self.verdict(pairs.map { $0 == $1 }), "\(left) \(right)")
      let isInside = Self.allowed(left).map(Self.allowed(right).contains)
      #expect(left.isWithin(right) == Self.verdict(isInside), "\(left) \(right)")
      let widens = Self.allowed(left).upperBound > Self.allowed(right).upperBound
      #expect(left.widensPast(right) == widens, "\(left) \(right)")
    }
    for day in Self.days {
      let isDay = Self.allowed(left).map { $0 == day.dayNumber }
      #expect(left.includes(day) == Self.verdict(isDay), "\(left) \(day)")
      #expect(left.contains(day) == Self.allowed(left).contains(day.dayNumber), "\(left) \(day)")
    }
  }

  @Test("Set operations agree with sets of days", arguments: intervals)
  func sets(left: DateBounds) {
    for right in Self.intervals {
      let (mine, other) = (Set(Self.allowed(left)), Set(Self.allowed(right)))
      let common = left.intersection(right).map { Set(Self.allowed($0)) } ?? []
      #expect(common == mine.intersection(other), "\(left) \(right)")
      let hull = Self.allowed(left.hull(right))
      #expect(hull.lowerBound == mine.union(other).min(), "\(left) \(right)")
      #expect(hull.upperBound == mine.union(other).max(), "\(left) \(right)")
      #expect(left.contains(right) == mine.isSuperset(of: other), "\(left) \(right)")
    }
  }

  @Test("The first and last supported day are no open ends")
  func extremes() throws {
    let everything = try #require(DateBounds(earliest: .min, latest: .max))
    #expect(everything != .unbounded)
    #expect(!everything.contains(.unbounded))
    #expect(DateBounds.unbounded.isBefore(DateBounds(day: .min)) == .possibly)
    #expect(DateBounds.unbounded.widensPast(everything))
  }
}
