import CaseModel
import Testing

@Suite("Remedies for dates that are not EDTF")
struct EDTFSuggestionTests {
  @Test(
    "The right form is offered, alone",
    arguments: [
      ("2018-Q1", "2018-01/2018-03"), ("2018Q4", "2018-10/2018-12"), ("Q2 2018", "2018-04/2018-06"),
      ("3rd quarter of 2018", "2018-07/2018-09"), ("30.01.2018", "2018-01-30"),
      ("30.1.2018", "2018-01-30"), ("05.01.2018", "2018-01-05"), ("30/01/2018", "2018-01-30"),
      ("01/30/2018", "2018-01-30"), ("05/05/2018", "2018-05-05"), ("2018-1-5", "2018-01-05"),
      ("2018/01/30", "2018-01-30"), ("2018-30-01", "2018-01-30"), ("2018-1", "2018-01"),
      ("01.2018", "2018-01"), ("1/2018", "2018-01"), ("20180130", "2018-01-30"),
      ("201801", "2018-01"), ("Jan 2018", "2018-01"), ("january 2018", "2018-01"),
      ("Sept. 2018", "2018-09"), ("2018 December", "2018-12"), ("30 January 2018", "2018-01-30"),
      ("30th of January, 2018", "2018-01-30"), ("January 30, 2018", "2018-01-30"),
      ("2018-Jan-30", "2018-01-30"), ("spring 2018", "2018-21"), ("Winter 2018", "2018-24"),
      ("1980s", "198X"), ("1980's", "198X"), ("c. 1984", "1984~"),
      ("about 30.01.2018", "2018-01-30~"),
      ("2018?-01", "2018-01?"), ("?2018-01", "2018-01?"), ("2018-01?~", "2018-01%"),
      ("2018-1-5~", "2018-01-05~"), ("201x", "201X"), ("201u", "201X"), ("2018-uu", "2018-XX"),
      ("2018-01/open", "2018-01/.."), ("unknown/2018-01", "/2018-01"),
      ("2018-01-26 / 2018-01-30", "2018-01-26/2018-01-30"),
      ("2018-01-26/30", "2018-01-26/2018-01-30"),
      ("2018-01-26–2018-01-30", "2018-01-26/2018-01-30"), ("2017-2018", "2017/2018"),
      ("2018-01-26..2018-01-30", "2018-01-26/2018-01-30"), ("1998/99", "1998/1999"),
      ("2018-1-26/2018-1-30", "2018-01-26/2018-01-30"),
      ("26-30 January 2018", "2018-01-26/2018-01-30"),
      ("26.-30.01.2018", "2018-01-26/2018-01-30"), ("January 26-30, 2018", "2018-01-26/2018-01-30"),
      ("between 26 and 30 January 2018", "2018-01-26/2018-01-30"),
      ("26 January to 3 February 2018", "2018-01-26/2018-02-03"),
      ("Jan-Mar 2018", "2018-01/2018-03"),
      ("Dec 2017 - Jan 2018", "2017-12/2018-01"),
      ("25 or 26 March 2018", "[2018-03-25,2018-03-26]"),
      ("2018-01-26, 2018-01-28", "[2018-01-26,2018-01-28]"),
      ("[2018-01-26, 2018-01-28]", "[2018-01-26,2018-01-28]"), ("2018-01-30 10:00", "2018-01-30"),
      ("2018-01-30T10:00Z", "2018-01-30"), ("2018-01-30t10:00:00z", "2018-01-30T10:00:00Z"),
      ("2018-01-30T10:00:00Z/2018-02-01T09:00", "2018-01-30/2018-02-01"),
      ("2018-02/2018-01", "2018-01/2018-02"), ("2018-02-05/2018-02-01", "2018-02-01/2018-02-05"),
      ("[2018-02..2018-01]", "2018-01..2018-02"), ("-0000", "0000"),
    ]
  )
  func oneForm(text: String, form: String) throws {
    let error = try #require(throws: EDTFError.self) { try EDTF(text) }
    #expect(error.remedy == "Write \"\(form)\".")
  }

  @Test(
    "Two forms are offered where the text can mean either",
    arguments: [
      ("01/02/2018", "2018-02-01", "2018-01-02"), ("2018-01/03", "2018-01/2018-03", "2018-01-03"),
      ("2010/12", "2010/2012", "2010-12"), ("1900s", "19XX", "190X"),
    ]
  )
  func twoForms(text: String, first: String, second: String) throws {
    let error = try #require(throws: EDTFError.self) { try EDTF(text) }
    #expect(error.remedy == "Write \"\(first)\" or \"\(second)\", whichever is meant.")
  }

  @Test(
    "Words go under verbatim",
    arguments: [
      "last week", "late January 2018", "mid June", "since 20 Nov", "Yesterday",
      "на прошлой неделе",
    ]
  )
  func words(text: String) throws {
    let error = try #require(throws: EDTFError.self) { try EDTF(text) }
    #expect(error.remedy.contains("verbatim"))
    #expect(error.remedy.contains("\"2018-01-22/2018-01-28\""))
  }

  @Test(
    "Other remedies say what may stand there",
    arguments: [
      ("2018-13", "from 01 to 12"), ("2018-02-30", "from 01 to 28"),
      ("30.01.18", "a day (\"2018-01-30\")"),
      ("{2018,2019}", "one event per day"), ("[2018]", "Leave out the brackets"),
      ("Y-170000002", "from -9999 to 9999"), ("2018-33", "21 (spring) to 24 (winter)"),
      ("31.04.2018", "a day (\"2018-01-30\")"), ("2018-Q5", "a day (\"2018-01-30\")"),
      ("2018-Feb-30", "a day (\"2018-01-30\")"),
    ]
  )
  func otherRemedies(text: String, part: String) throws {
    let error = try #require(throws: EDTFError.self) { try EDTF(text) }
    #expect(error.remedy.contains(part), "\(error)")
    #expect(!error.remedy.contains("verbatim"), "\(error)")
  }
}
