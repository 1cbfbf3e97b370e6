import GraphModel
import Testing

@Suite("Computing with temporal values")
struct TemporalArithmeticTests {
  private func moment(_ text: String) throws -> ZonedDateTime {
    try #require(ZonedDateTime(parsing: text))
  }

  private func duration(_ text: String) throws -> TemporalDuration {
    try #require(TemporalDuration(parsing: text))
  }

  @Test(
    "The clock that jumps forward moves a time that it skips, and one that comes twice is early"
  )
  func daylightSaving() throws {
    let zone = "[Europe/Stockholm]"
    #expect(try moment("2018-03-25T02:30\(zone)").description == "2018-03-25T03:30+02:00\(zone)")
    #expect(try moment("2017-10-29T02:30\(zone)").description == "2017-10-29T02:30+02:00\(zone)")
    let late = try moment("2017-10-29T02:30+01:00\(zone)")
    #expect(late.adding(try duration("PT-1H"))?.offset.seconds == 7200)
    #expect(late.adding(try duration("P1Y"))?.description == "2018-10-29T02:30+01:00\(zone)")
    let day = try moment("2017-10-28T12:00\(zone)")
    #expect(day.adding(try duration("P1D"))?.description == "2017-10-29T12:00+01:00\(zone)")
    #expect(day.adding(try duration("PT24H"))?.description == "2017-10-29T11:00+01:00\(zone)")
  }

  @Test("Zones hold far into the past and the future")
  func farTimes() throws {
    #expect(try moment("+999999999-07-01T12:00[Europe/Paris]").offset.seconds == 7200)
    #expect(try moment("+999999999-12-31T12:00[Europe/Paris]").offset.seconds == 3600)
    #expect(try moment("-999999999-07-01T12:00[Europe/Paris]").offset.seconds == 561)
    #expect(try moment("3000-07-01T12:00[America/New_York]").offset.seconds == -14_400)
  }

  @Test("Nothing leaves the supported years, and nothing overflows")
  func limits() throws {
    let day = try duration("P1D")
    #expect(CalendarDate.max.adding(day) == nil)
    #expect(LocalDateTime(date: .max, time: .midnight).adding(try duration("PT24H")) == nil)
    #expect(
      ZonedDateTime(local: LocalDateTime(date: .max, time: .midnight), offset: .utc).adding(day)
        == nil
    )
    let huge = try #require(TemporalDuration(months: .max, days: .max, seconds: .max))
    #expect(CalendarDate.min.adding(huge) == nil)
    #expect(huge.adding(day) == nil)
    #expect(huge.multiplied(by: Int64(2)) == nil)
    #expect(huge.multiplied(by: 1e300) == nil)
    #expect(huge.divided(by: 1e-300) == nil)
    #expect(huge.divided(by: Int64(0)) == nil)
    #expect(huge.divided(by: 0.0) == nil)
    #expect(huge.multiplied(by: .nan) == nil)
    #expect(TemporalDuration(months: .min)?.negated == nil)
    #expect(huge.divided(by: Int64(2))?.months == .max / 2)
    #expect(huge.multiplied(by: 0.1) != nil)
    #expect(LocalTime.midnight.adding(huge).description == "15:30:07")
    let ends = [Value.date(.min), .date(.max)]
    #expect(
      TemporalDuration.between(ends[0], ends[1])?.description == "P1999999998Y11M30D"
    )
  }

  @Test("Days know their week, quarter and place in the year")
  func fields() throws {
    for number in 0..<20_000 {
      let day = try #require(CalendarDate(dayNumber: number))
      try #require(
        CalendarDate(weekYear: day.weekYear, week: day.week, dayOfWeek: day.weekday) == day
      )
      try #require(
        CalendarDate(year: day.year, quarter: day.quarter, dayOfQuarter: day.dayOfQuarter) == day
      )
      try #require(CalendarDate(year: day.year, ordinalDay: day.ordinalDay) == day)
    }
    for day in [CalendarDate.min, .max] { #expect((1...53).contains(day.week)) }
  }

  @Test("Components of values that are not shown by the conformance kit")
  func components() throws {
    let zoned = Value.time(try #require(ZonedTime(parsing: "12:00-01:30")))
    #expect(try zoned.component("offset") == "-01:30")
    #expect(try zoned.component("timezone") == "-01:30")
    #expect(try zoned.component("offsetMinutes") == -90)
    #expect(try zoned.component("year") == nil)
    #expect(try Value.date(.max).component("weekYear") == 999_999_999)
    #expect(try Value.integer(1).component("year") == nil)
    let long = Value.duration(try #require(TemporalDuration(seconds: .max)))
    #expect(throws: QueryError.self) { try long.component("nanoseconds") }
    for name in Value.componentNames {
      let found = try [
        Value.dateTime(moment("2018-01-30T12:00Z")), .duration(.zero),
        .point(#require(Point(system: .wgs84Spatial, x: 1, y: 2, z: 3))),
      ].compactMap { try $0.component(name) }
      #expect(!found.isEmpty, "\(name)")
    }
  }

  @Test("The same moment on two clocks is not the same value, but is ordered")
  func moments() throws {
    let (one, other) = (try moment("2018-01-30T12:00Z"), try moment("2018-01-30T13:00+01:00"))
    #expect(one != other)
    #expect(one < other)
    #expect(one.converted(to: other.clock) == other)
    let time = try #require(ZonedTime(parsing: "00:30+01:00"))
    #expect(time.converted(to: .utc).description == "23:30Z")
  }
}
