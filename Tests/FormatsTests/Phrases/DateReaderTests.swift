import CaseModel
import GraphModel
import Testing

@testable import Formats

@Suite("Dates in cells")
struct DateReaderTests {
  private func edtf(_ text: String, _ reader: DateReader = DateReader(), year: Int? = nil) -> String
  {
    switch reader.read(text, in: DateContext(year: year)) {
    case .date(let date): date.edtf
    case .several(let dates): dates.map(\.edtf).joined(separator: " + ")
    case .unknown: "unknown"
    case .impossible: "impossible"
    case .unreadable: "unreadable"
    }
  }

  @Test(
    "Declared forms are read",
    arguments: [
      ("DD.MM.YYYY", "25.03.2018", "2018-03-25"), ("D.M.YYYY", "5.3.2018", "2018-03-05"),
      ("D MMMM YYYY", "25 March 2018", "2018-03-25"),
      ("D. MMMM YYYY", "3. März 2018", "2018-03-03"),
      ("D MMMM YYYY", "3 août 2018", "2018-08-03"), ("D MMMM YYYY", "3 enero 2018", "2018-01-03"),
      ("MM/DD/YYYY", "03/04/2018", "2018-03-04"), ("DD/MM/YYYY", "03/04/2018", "2018-04-03"),
      ("YYYYMMDD", "20180325", "2018-03-25"),
      ("YYYY-MM-DD HH:mm", "2018-03-25 14:30", "2018-03-25"),
      ("YYYYMMDDHHmmss", "20150218230000", "2015-02-18"), ("DD.MM.YY", "25.03.98", "1998-03-25"),
      ("DD.MM.YY", "25.03.18", "2018-03-25"), ("MMM YYYY", "Okt. 2018", "2018-10"),
      ("YYYY", "2018", "2018"),
    ]
  )
  func declaredForms(form: String, text: String, expected: String) throws {
    let form = try #require(DateForm(form))
    #expect(edtf(text, DateReader(forms: [form], isStrict: true)) == expected)
  }

  @Test("A form needs a year, and a month for its day")
  func badForms() {
    #expect(DateForm("DD.MM") == nil)
    #expect(DateForm("DD YYYY") == nil)
  }

  @Test(
    "Untidy dates are read",
    arguments: [
      ("25 or 26 March 2018", "[2018-03-25,2018-03-26]"), ("3 maggio 2018", "2018-05-03"),
      ("il 3 marzo 2018", "2018-03-03"), ("3 października 2018 r.", "2018-10-03"),
      ("3 апреля 2018 г.", "2018-04-03"), ("3 mei 2018", "2018-05-03"),
      ("3 março 2018", "2018-03-03"),
      ("mid June 2018", "2018-06-11~/2018-06-20~"),
      ("early 2018", "2018-01~/2018-04~"), ("late March 2018", "2018-03-21~/2018-03-31~"),
      ("since 20 Nov 2018", "2018-11-20/.."), ("until 20 Nov 2018", "../2018-11-20"),
      ("after 31 Dec 2018", "2019-01-01/.."), ("before March 2018", "../2018-02-28"),
      ("March 3-5, 2018", "2018-03-03/2018-03-05"), ("Spring 2018", "2018-21"),
      ("Q1 2018", "2018-01/2018-03"), ("3rd quarter of 2018", "2018-07/2018-09"),
      ("25.-27.3.2018", "2018-03-25/2018-03-27"), ("25./26.03.2018", "2018-03-25/2018-03-26"),
      ("30.06-2.07.2019 r.", "2019-06-30/2019-07-02"),
      ("30.06. – 2.07.2019", "2019-06-30/2019-07-02"),
      ("30 December - 2 January 2019", "2018-12-30/2019-01-02"),
      ("between 3 and 5 March 2018", "2018-03-03/2018-03-05"),
      ("3, 5 and 7 March 2018", "2018-03-03 + 2018-03-05 + 2018-03-07"),
      ("3, 5 or 7 March 2018", "[2018-03-03,2018-03-05,2018-03-07]"),
      ("Monday, 26 March 2018", "2018-03-26"), ("March 26th, 2018 at 10:30 am", "2018-03-26"),
      ("ca. 1998", "1998~"), ("March 2018?", "2018-03?"), ("the 1990s", "199X"),
      ("Anfang März 2018", "2018-03-01~/2018-03-10~"),
      ("vom 3. bis 5. Mai 2018", "2018-05-03/2018-05-05"),
      ("du 3 au 5 mars 2018", "2018-03-03/2018-03-05"), ("mi-juin 2018", "2018-06-11~/2018-06-20~"),
      ("del 3 al 5 de marzo de 2018", "2018-03-03/2018-03-05"), ("1er juin 2018", "2018-06-01"),
      ("Frühjahr 2018", "2018-21"), ("4. Quartal 2018", "2018-10/2018-12"),
      ("2018-03-25T10:30", "2018-03-25"), ("2018-03-25 10:30:00", "2018-03-25"),
      ("3/2018", "2018-03"),
      ("25/3/2018", "2018-03-25"), ("3/25/2018", "2018-03-25"), ("20180325", "2018-03-25"),
      ("[2018-03-25,2018-03-26]", "[2018-03-25,2018-03-26]"), ("2018-03~", "2018-03~"),
      ("25.3.2018, 27.3.2018", "2018-03-25 + 2018-03-27"), ("Winter 2018", "2018-24"),
      ("June or July 2018", "[2018-06,2018-07]"), ("2018", "2018"), ("Sept. 2018", "2018-09"),
    ]
  )
  func untidy(text: String, expected: String) { #expect(edtf(text) == expected) }

  @Test(
    "A day that does not exist is an error",
    arguments: [
      "31.02.2018", "29 February 2019", "32 March 2018", "25.13.2018", "2018-02-30", "Q5 2018",
    ]
  )
  func impossible(text: String) { #expect(edtf(text) == "impossible") }

  @Test(
    "What cannot be read is told apart from what is wrong",
    arguments: [
      "3/4/2018", "last week", "20 Nov", "during the Summit", "the 25th", "12 officials",
      "Easter 2018",
      "March and", "or 2018", "5 March to 7 March or 9 March 2018",
    ]
  )
  func unreadable(text: String) { #expect(edtf(text) == "unreadable") }

  @Test(
    "Nothing, dashes and words for it are no date",
    arguments: ["", " ", "-", "n/a", "k.A.", "s.d."]
  )
  func unknown(text: String) { #expect(edtf(text) == "unknown") }

  @Test("A declared order decides which number is the day")
  func order() {
    #expect(edtf("3/4/2018", DateReader(isDayFirst: true)) == "2018-04-03")
    #expect(edtf("3/4/2018", DateReader(isDayFirst: false)) == "2018-03-04")
  }

  @Test("A date without year takes that of its entry and says so")
  func defaultYear() throws {
    let date = try #require(DateReader().read("25 or 26 March", in: DateContext(year: 2018)).date)
    #expect(date.edtf == "[2018-03-25,2018-03-26]")
    #expect(date.verbatim == "25 or 26 March")
    #expect(date.basis == "\"25 or 26 March\": the year 2018 is that of the entry")
  }

  @Test("A date without year takes the one in which it lies within the entry")
  func enclosing() throws {
    let within = try UncertainDate(edtf: "2018-12-28/2019-01-05").bounds
    let context = DateContext(within: within)
    #expect(DateReader().read("January 2", in: context).date?.edtf == "2019-01-02")
    #expect(
      DateReader().read("30 December - 2 January", in: context).date?.edtf
        == "2018-12-30/2019-01-02"
    )
    #expect(DateReader().read("March 2", in: context).date == nil)
  }

  @Test("The words of the source are kept, those of a plain date are not")
  func verbatim() {
    #expect(DateReader().read("mid June 2018").date?.verbatim == "mid June 2018")
    #expect(DateReader().read("2018-03-25").date?.verbatim == nil)
  }

  @Test("A cell of several dated items is cut into them")
  func items() {
    let items = DateReader().items(
      in: "12.03.2018: call with A; 14.03.2018 meeting with B; and C\n31.02.2018 talk"
    )
    #expect(items.map(\.text) == ["call with A", "meeting with B; and C", "talk"])
    #expect(items.prefix(2).map(\.date.date?.edtf) == ["2018-03-12", "2018-03-14"])
    guard case .impossible = items[2].date else {
      Issue.record("31 February is no day")
      return
    }
  }

  @Test("Items may have their dates behind them, and cells may hold nothing but dates")
  func itemForms() {
    let behind = DateReader().items(in: "Call with A (12 March 2018); meeting with B (14 March)")
    #expect(behind.map(\.text) == ["Call with A", "meeting with B"])
    #expect(behind.map(\.date.date?.edtf) == ["2018-03-12", "2018-03-14"])
    #expect(DateReader().items(in: "12.03.2018, 14.03.2018").count == 2)
    #expect(DateReader().items(in: "No date").map(\.date) == [.unknown])
    #expect(DateReader().items(in: "-").isEmpty)
  }

  @Test("Hostile texts are read without harm")
  func hostile() {
    for text in [
      String(repeating: "9", count: 500), String(repeating: "1 or ", count: 20),
      "9999999999999999999999",
      "\u{0}\u{202E}2018", "2018-99-99", "99.99.9999", "0000", "--/--", ",,,,", "Q Q Q",
      "1st 2nd 3rd",
    ] {
      _ = DateReader().read(text)
      _ = DateReader().items(in: text)
    }
  }
}
