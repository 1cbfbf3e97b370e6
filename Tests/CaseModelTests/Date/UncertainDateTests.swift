import CaseModel
import GraphModel
import Testing

@Suite("Uncertain dates")
struct UncertainDateTests {
  @Test("A date keeps its notation, its basis and the words of the source")
  func parts() throws {
    let date = try UncertainDate(
      edtf: " 2018-01-22/2018-01-28~ ",
      basis: "\"last week\", said on 2018-01-30",
      verbatim: "last week"
    )
    #expect(date.edtf == "2018-01-22/2018-01-28~")
    #expect(date.bounds.earliest == CalendarDate(iso: "2018-01-22"))
    #expect(date.bounds.latest == CalendarDate(iso: "2018-01-28"))
    #expect(date.isApproximate && !date.isUncertain)
    #expect(date.basis == "\"last week\", said on 2018-01-30")
    #expect(date.verbatim == "last week")
    #expect(throws: EDTFError.self) { try UncertainDate(edtf: "last week") }
  }

  @Test("A day made from a calendar date equals the day read from its text")
  func day() throws {
    for text in ["2018-01-30", "-0044-03-15"] {
      let date = UncertainDate.day(try #require(CalendarDate(iso: text)))
      #expect(try date == UncertainDate(edtf: text))
      #expect(date.isExactDay)
    }
  }

  @Test(
    "Only one day that nothing qualifies is exact",
    arguments: [
      ("2018-01-30", true), ("2018-01-30/2018-01-30", true), ("2018-01-30T10:00:00Z", true),
      ("2018-01-30~", false), ("2018-01-30?", false), ("2018-01", false), ("2018-01-30/..", false),
    ]
  )
  func exactness(edtf: String, isExact: Bool) throws {
    #expect(try UncertainDate(edtf: edtf).isExactDay == isExact)
  }

  @Test(
    "Dates are shown to people in full and in short",
    arguments: [
      ("2018-01-30", "2018-01-30", "2018-01-30"), ("2018-01", "2018-01", "2018-01"),
      ("2018-01-XX", "2018-01", "2018-01"), ("2018", "2018", "2018"), ("-0044", "-0044", "-0044"),
      ("2018-01-30T10:00:00Z", "2018-01-30", "2018-01-30"),
      ("2018-01-22/2018-01-28", "[2018-01-22, 2018-01-28]", "[2018-01-22, 28]"),
      ("2018-01-22/2018-02-03", "[2018-01-22, 2018-02-03]", "[2018-01-22, 02-03]"),
      ("2017-12-22/2018-01-03", "[2017-12-22, 2018-01-03]", "[2017-12-22, 2018-01-03]"),
      ("[2018-01-26,2018-01-27]", "[2018-01-26, 2018-01-27]", "[2018-01-26, 27]"),
      ("2018-01-01/2018-01-30", "[2018-01-01, 2018-01-30]", "[2018-01-01, 30]"),
      ("2018-01-02/2018-01-31", "[2018-01-02, 2018-01-31]", "[2018-01-02, 31]"),
      ("2018-01/2018-03", "[2018-01-01, 2018-03-31]", "[2018-01-01, 03-31]"),
      ("2018-01-01/2018-12-30", "[2018-01-01, 2018-12-30]", "[2018-01-01, 12-30]"),
      ("../2018-02", "[…, 2018-02-28]", "[…, 2018-02-28]"),
      ("2018-02/", "[2018-02-01, …]", "[2018-02-01, …]"),
      ("2018-01~", "2018-01~", "2018-01~"), ("2018-01-30?", "2018-01-30?", "2018-01-30?"),
      ("2018-01-22~/2018-01-28", "[2018-01-22, 2018-01-28]~", "[2018-01-22, 28]~"),
      ("2018%", "2018%", "2018%"),
    ]
  )
  func display(edtf: String, full: String, short: String) throws {
    let date = try UncertainDate(edtf: edtf)
    #expect(date.display == full)
    #expect(date.shortDisplay == short)
  }

  @Test("Relations are those of the bounds")
  func relations() throws {
    let week = try UncertainDate(edtf: "2018-01-22/2018-01-28")
    let said = try UncertainDate(edtf: "2018-01-30")
    let month = try UncertainDate(edtf: "2018-01~")
    #expect(week.isBefore(said) == .certainly)
    #expect(said.isAfter(week) == .certainly)
    #expect(said.isBefore(week) == .never)
    #expect(month.isBefore(said) == .possibly)
    #expect(month.overlaps(week) == .possibly)
    #expect(said.overlaps(said) == .certainly)
    #expect(week.overlaps(said) == .never)
    #expect(week.isWithin(month.bounds) == .certainly)
    #expect(month.isWithin(week.bounds) == .possibly)
    #expect(said.isWithin(week.bounds) == .never)
    #expect(try week.includes(#require(CalendarDate(iso: "2018-01-25"))) == .possibly)
    #expect(try said.includes(#require(CalendarDate(iso: "2018-01-30"))) == .certainly)
  }

  @Test(
    "A date that can lie after its publication widens past it",
    arguments: [
      ("2018-01-22/2018-01-28", "2018-01-30", false), ("2018-01-30", "2018-01-30", false),
      ("2018-01-31", "2018-01-30", true), ("2018-01", "2018-01-30", true),
      ("2018-01-22/..", "2018-01-30", true), ("2018-01-22/", "2018-01-30", true),
      ("../2018-01-28", "2018-01-30", false), ("2018", "2018-02/..", false),
      ("2018-01-22/..", "2018-02/..", false), ("2018-02", "2018", false),
    ]
  )
  func widening(event: String, publication: String, isWider: Bool) throws {
    let date = try UncertainDate(edtf: event)
    #expect(try date.widensPast(UncertainDate(edtf: publication)) == isWider)
  }
}
