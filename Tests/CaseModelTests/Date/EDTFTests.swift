import CaseModel
import GraphModel
import Testing

/// Expects bounds such as `2018-01-01..2018-01-31`, with nothing where an end is open, then flags.
struct EDTFCase: CustomTestStringConvertible {
  let text: String
  let expected: String

  init(_ text: String, _ expected: String) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { "\"\(text)\"" }
}

@Suite("EDTF")
struct EDTFTests {
  static let valid = [
    // Level 0
    EDTFCase("2018", "2018-01-01..2018-12-31"),
    EDTFCase("0000", "0000-01-01..0000-12-31"),
    EDTFCase("9999", "9999-01-01..9999-12-31"),
    EDTFCase("2018-01", "2018-01-01..2018-01-31"),
    EDTFCase("2018-02", "2018-02-01..2018-02-28"),
    EDTFCase("2016-02", "2016-02-01..2016-02-29"),
    EDTFCase("2018-12", "2018-12-01..2018-12-31"),
    EDTFCase("2018-01-30", "2018-01-30..2018-01-30"),
    EDTFCase("2016-02-29", "2016-02-29..2016-02-29"),
    EDTFCase(" \t2018-01-30\r\n", "2018-01-30..2018-01-30"),
    EDTFCase("2018-01-30T10:00:00", "2018-01-30..2018-01-30"),
    EDTFCase("2018-01-30T10:00:00Z", "2018-01-30..2018-01-30"),
    EDTFCase("2018-01-30T23:59:59-04", "2018-01-30..2018-01-30"),
    EDTFCase("2018-01-30T23:59:59+04:30", "2018-01-30..2018-01-30"),
    EDTFCase("1964/2008", "1964-01-01..2008-12-31"),
    EDTFCase("2018-01-26/2018-01-30", "2018-01-26..2018-01-30"),
    EDTFCase("2018-01-30/2018-01-30", "2018-01-30..2018-01-30"),
    EDTFCase("2018-01/2018-03", "2018-01-01..2018-03-31"),
    EDTFCase("2018/2018-01", "2018-01-01..2018-01-31"),
    EDTFCase("2018-01-15/2018-01", "2018-01-15..2018-01-31"),
    // Level 1
    EDTFCase("-0044", "-0044-01-01..-0044-12-31"),
    EDTFCase("-0044-03-15", "-0044-03-15..-0044-03-15"),
    EDTFCase("-9999", "-9999-01-01..-9999-12-31"),
    EDTFCase("-0044/0014", "-0044-01-01..0014-12-31"),
    EDTFCase("2018-21", "2018-03-01..2018-05-31"),
    EDTFCase("2018-22", "2018-06-01..2018-08-31"),
    EDTFCase("2018-23", "2018-09-01..2018-11-30"),
    EDTFCase("2018-24", "2018-12-01..2019-02-28"),
    EDTFCase("2019-24", "2019-12-01..2020-02-29"),
    EDTFCase("2018-21~", "2018-03-01..2018-05-31 ~"),
    EDTFCase("2018-21/2018-22", "2018-03-01..2018-08-31"),
    EDTFCase("2018?", "2018-01-01..2018-12-31 ?"),
    EDTFCase("2018-01~", "2018-01-01..2018-01-31 ~"),
    EDTFCase("2018-01-30%", "2018-01-30..2018-01-30 ~?"),
    EDTFCase("201X", "2010-01-01..2019-12-31"),
    EDTFCase("20XX", "2000-01-01..2099-12-31"),
    EDTFCase("-201X", "-2019-01-01..-2010-12-31"),
    EDTFCase("-000X", "-0009-01-01..-0001-12-31"),
    EDTFCase("201X?", "2010-01-01..2019-12-31 ?"),
    EDTFCase("2018-XX", "2018-01-01..2018-12-31"),
    EDTFCase("2018-02-XX", "2018-02-01..2018-02-28"),
    EDTFCase("2018-XX-XX", "2018-01-01..2018-12-31"),
    EDTFCase("2018-01-XX~", "2018-01-01..2018-01-31 ~"),
    EDTFCase("../2018-02", "..2018-02-28"),
    EDTFCase("2018-02/..", "2018-02-01.."),
    EDTFCase("/2018-02", "..2018-02-28"),
    EDTFCase("2018-02/", "2018-02-01.."),
    EDTFCase("2018-01-26~/..", "2018-01-26.. ~"),
    EDTFCase("../2018-01-26?", "..2018-01-26 ?"),
    EDTFCase("2018-01~/2018-02?", "2018-01-01..2018-02-28 ~?"),
    EDTFCase("2018-01-XX/2018-02-03", "2018-01-01..2018-02-03"),
    // Level 2, one-of lists
    EDTFCase("[2018-01-26,2018-01-27]", "2018-01-26..2018-01-27"),
    EDTFCase("[2018-01-27,2018-01-22,2018-01-26]", "2018-01-22..2018-01-27"),
    EDTFCase("[2018-01..2018-03]", "2018-01-01..2018-03-31"),
    EDTFCase("[2018-01-01..2018-01-03,2018-01-09]", "2018-01-01..2018-01-09"),
    EDTFCase("[..2018-01-30]", "..2018-01-30"),
    EDTFCase("[2018-01-30..]", "2018-01-30.."),
    EDTFCase("[2018-01,2018-02-05..]", "2018-01-01.."),
    EDTFCase("[..2018,2020..]", ".."),
    EDTFCase("[1667?,1668]", "1667-01-01..1668-12-31 ?"),
    EDTFCase("[1667,1668..1670~]", "1667-01-01..1670-12-31 ~"),
  ]

  @Test("Valid dates have these bounds and flags", arguments: valid)
  func validDates(date: EDTFCase) throws {
    let edtf = try EDTF(date.text)
    let (earliest, latest) = (edtf.bounds.earliest, edtf.bounds.latest)
    let flags = (edtf.isApproximate ? "~" : "") + (edtf.isUncertain ? "?" : "")
    let found = "\(earliest?.description ?? "")..\(latest?.description ?? "")"
    #expect(found + (flags.isEmpty ? "" : " \(flags)") == date.expected)
    #expect(edtf.text == date.text.filter { !$0.isWhitespace })
  }

  /// The byte offset and a part of the message that are expected.
  static let invalid: [(text: String, offset: Int, message: String)] = [
    ("", 0, "empty"),
    (" \n ", 3, "empty"),
    (String(repeating: "2", count: 201), 200, "longer than 200 bytes"),
    ("201", 3, "ends too early"),
    ("20180", 0, "four digits"),
    ("2XXX", 0, "four digits"),
    ("XXXX", 0, "four digits"),
    ("20X8", 3, "Unexpected \"8\""),
    ("201X-XX", 4, "takes no month"),
    ("-0000", 0, "Year 0"),
    ("--2018", 1, "Unexpected \"-\""),
    ("+2018", 0, "Unexpected \"+\""),
    ("Y170000002", 0, "out of range"),
    ("Y-170000002", 0, "out of range"),
    ("Y", 0, "Unexpected \"Y\""),
    ("2018-", 5, "ends too early"),
    ("2018-0", 6, "ends too early"),
    ("2018-00", 5, "no month 0"),
    ("2018-13", 5, "no month 13"),
    ("2018-20", 5, "no month 20"),
    ("2018-25", 5, "no month 25"),
    ("2018-33", 5, "no month 33"),
    ("2018-1X", 5, "both digits"),
    ("2018-X1", 5, "both digits"),
    ("2018-01-3X", 8, "both digits"),
    ("2018-XX-15", 8, "needs its month"),
    ("2018-21-05", 7, "Unexpected \"-\""),
    ("9999-24", 5, "after the year 9999"),
    ("2018-01-00", 8, "January 2018 has 31 days"),
    ("2018-02-30", 8, "February 2018 has 28 days"),
    ("2016-02-30", 8, "February 2016 has 29 days"),
    ("  2018-04-31", 10, "April 2018 has 30 days"),
    ("2018-01-301", 10, "Unexpected \"1\""),
    ("2018?-01", 5, "Unexpected \"-\""),
    ("2018?~", 5, "Unexpected \"~\""),
    ("?2018", 0, "Unexpected \"?\""),
    ("2018-01T10:00:00Z", 7, "Unexpected \"T\""),
    ("2018-01-30~T10:00:00Z", 11, "Unexpected \"T\""),
    ("2018-01-30T", 11, "ends too early"),
    ("2018-01-30T10:00Z", 16, "Unexpected \"Z\""),
    ("2018-01-30T24:00:00", 11, "time of day"),
    ("2018-01-30T10:60:00", 14, "time of day"),
    ("2018-01-30T10:00:60", 17, "time of day"),
    ("2018-01-30TXX:00:00", 11, "time of day"),
    ("2018-01-30T10:00:00+15", 20, "time of day"),
    ("2018-01-30T10:00:00.5Z", 19, "Unexpected \".\""),
    ("2018-01-30T10:00:00Z?", 20, "Unexpected \"?\""),
    ("2018-01-30T10:00:00Z/2018-02", 20, "Unexpected \"/\""),
    ("2018-01-30/2018-01-31T10:00:00Z", 21, "Unexpected \"T\""),
    ("/", 0, "no date"),
    ("..", 0, "no date"),
    ("../..", 0, "no date"),
    ("/..", 0, "no date"),
    ("2018/2019/2020", 9, "Unexpected \"/\""),
    ("2018..2019", 4, "Unexpected \".\""),
    ("2018-02/2018-01", 8, "ends before it starts"),
    ("-0014/-0044", 6, "ends before it starts"),
    ("{2018-01-26,2018-01-27}", 0, "braces"),
    ("[]", 1, "Unexpected \"]\""),
    ("[..]", 3, "Unexpected \"]\""),
    ("[2018]", 0, "no choice"),
    ("[2018,2019", 10, "ends too early"),
    ("[2018,,2019]", 6, "Unexpected \",\""),
    ("[2018,..2019]", 6, "Unexpected \".\""),
    ("[2018..,2019]", 7, "Unexpected \",\""),
    ("[..2018..2019]", 7, "Unexpected \".\""),
    ("[2018-02..2018-01]", 10, "ends before it starts"),
    ("[2018,2019]~", 11, "Unexpected \"~\""),
    ("[2018,2019]/2020", 11, "Unexpected \"/\""),
    ("[[2018,2019],2020]", 1, "Unexpected \"[\""),
    ("2018\u{0}", 4, "Unexpected U+0000"),
    ("2018\u{301}", 4, "Unexpected U+0301"),
    ("2018-é", 5, "Unexpected \"é\""),
    ("январь", 0, "Unexpected \"я\""),
  ]

  @Test("Invalid dates say what is wrong and where", arguments: invalid)
  func invalidDates(text: String, offset: Int, message: String) throws {
    let error = try #require(throws: EDTFError.self) { try EDTF(text) }
    #expect(error.byteOffset == offset)
    #expect(error.message.contains(message), "\(error)")
    #expect(error.remedy.hasSuffix("."), "\(error)")
    #expect(error.description == "\(error.message) \(error.remedy)")
  }
}
