import CaseModel
import GraphModel
import Testing

@testable import Diagrams

@Suite("Axes of time")
struct TimeScaleTests {
  private func bounds(_ dates: String...) -> [DateBounds] {
    dates.compactMap { try? UncertainDate(edtf: $0).bounds }
  }

  private func day(_ text: String) -> Int { CalendarDate(iso: text)?.dayNumber ?? 0 }

  @Test("Days stand in order, and as far apart as they are")
  func linear() throws {
    let scale = try #require(
      TimeScale(bounds("2031-01-01", "2031-01-11", "2031-01-21"), from: 0, to: 100)
    )
    #expect(scale.pieces.count == 1)
    let places = ["2031-01-01", "2031-01-11", "2031-01-21"].map { scale.place(day($0)) }
    #expect(abs((places[1] - places[0]) - (places[2] - places[1])) < 0.001)
    #expect(places[0] > 0 && places[2] < 100)
    #expect(scale.place(day("2000-01-01")) == 0)
    #expect(scale.place(day("2050-01-01")) == 100)
  }

  @Test("A long stretch without anything is cut, and marked as not to scale")
  func cut() throws {
    let scale = try #require(
      TimeScale(bounds("2029-06-15", "2031-01-01", "2031-02-01"), from: 0, to: 1000)
    )
    #expect(scale.pieces.map(\.isCut) == [false, true, false])
    #expect(scale.place(day("2031-02-01")) - scale.place(day("2031-01-01")) > 300)
    #expect(zip(scale.pieces, scale.pieces.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(abs((scale.pieces.last?.end ?? 0) - 1000) < 0.001)
  }

  @Test("What spans a stretch keeps it whole")
  func covered() throws {
    let scale = try #require(
      TimeScale(bounds("2029-06-15", "2029/2031", "2031-02-01"), from: 0, to: 1000)
    )
    #expect(scale.pieces.count == 1)
  }

  @Test("Open ends add no days, and without any day there is no axis")
  func open() {
    #expect(TimeScale(bounds("../.."), from: 0, to: 100) == nil)
    #expect(TimeScale([], from: 0, to: 100) == nil)
    #expect(TimeScale(bounds("../2031-01-01"), from: 0, to: 100)?.pieces.count == 1)
  }

  @Test(
    "Marks are days, months or years with room between them",
    arguments: [
      ("2031-01-01", "2031-01-09", "1 Jan"), ("2031-01-01", "2031-03-09", "6 Jan"),
      ("2031-01-01", "2032-02-01", "Jan"), ("2001", "2031", "2010"),
      ("1031", "2031", "1100"),
    ]
  )
  func ticks(first: String, last: String, expected: String) throws {
    let dates = bounds("\(first)/\(last)")
    let scale = try #require(TimeScale(dates, from: 0, to: 900))
    let ticks = TimeTicks(scale).ticks
    #expect(ticks.contains { $0.label == expected }, "\(ticks.map(\.label))")
    #expect((2...20).contains(ticks.count), "\(ticks.map(\.label))")
    for (one, two) in zip(ticks, ticks.dropFirst()) { #expect(two.place - one.place >= 40) }
  }
}
