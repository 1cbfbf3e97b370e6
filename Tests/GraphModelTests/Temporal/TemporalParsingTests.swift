import GraphModel
import Testing

@Suite("Reading temporal values")
struct TemporalParsingTests {
  @Test(
    "takes the forms of ISO 8601 for days",
    arguments: [
      ("20150721", "2015-07-21"), ("2015-7-1", "2015-07-01"), ("201507", "2015-07-01"),
      ("2015-W30", "2015-07-20"), ("2015W302", "2015-07-21"), ("2015-Q2-60", "2015-05-30"),
      ("2015Q260", "2015-05-30"), ("2015-Q2", "2015-04-01"), ("2015-202", "2015-07-21"),
      ("2015202", "2015-07-21"), ("-0044-03-15", "-0044-03-15"), ("+12345-W01", "+12345-01-01"),
      ("0000", "0000-01-01"), ("2020-W53-7", "2021-01-03"), ("2015-366", nil), ("2015-W54", nil),
      ("2015-W53", "2015-12-28"), ("2014-W53", nil), ("2015-02-29", nil), ("2015-Q5", nil),
      ("15", nil), ("", nil), ("2015-", nil), ("2015-07-21x", nil), ("2015-W30-8", nil),
      ("+1000000000-01-01", nil), ("2015-07-", nil), ("201507211", nil),
    ] as [(String, String?)]
  )
  func days(text: String, day: String?) {
    #expect(CalendarDate(parsing: text)?.description == day)
  }

  @Test(
    "takes the forms of ISO 8601 for times",
    arguments: [
      ("214032.142", "21:40:32.142"), ("21", "21:00"), ("2140", "21:40"), ("7:5", "07:05"),
      ("21:40:32,5", "21:40:32.5"), ("24:00", nil), ("21:60", nil), ("21:40:60", nil),
      ("21:40.5", nil), ("", nil), ("21:40:32.1234567890", nil), ("21:40:", nil), ("214", nil),
      ("00:00:00.000000001", "00:00:00.000000001"),
    ] as [(String, String?)]
  )
  func times(text: String, time: String?) {
    #expect(LocalTime(parsing: text)?.description == time)
  }

  @Test(
    "takes offsets and zones",
    arguments: [
      ("2015-07-21T21:40+0200", "2015-07-21T21:40+02:00"),
      ("2015-07-21T21:40", "2015-07-21T21:40Z"),
      ("2015-07-21T21:40z", "2015-07-21T21:40Z"), ("2015-07-21", "2015-07-21T00:00Z"),
      ("2015-07-21T21:40-00:00:07", "2015-07-21T21:40-00:00:07"),
      ("2015-07-21T21:40[Europe/Paris]", "2015-07-21T21:40+02:00[Europe/Paris]"),
      ("2015-07-21T21:40Z[Europe/Paris]", "2015-07-21T23:40+02:00[Europe/Paris]"),
      ("2017-10-29T02:30+01:00[Europe/Paris]", "2017-10-29T02:30+01:00[Europe/Paris]"),
      ("2015-07-21T21:40+18:01", nil), ("2015-07-21T21:40[Nowhere]", nil), ("2015T", nil),
      ("2015-07-21T21:40[Europe/Paris", nil), ("2015-07-21T21:40+02:00x", nil),
      ("2015-07-21T21:40+2:60", nil),
    ] as [(String, String?)]
  )
  func zones(text: String, moment: String?) {
    #expect(ZonedDateTime(parsing: text)?.description == moment)
  }

  @Test(
    "takes durations with signs and fractions of each part",
    arguments: [
      ("P14DT16H12M", "P14DT16H12M"), ("P0.75M", "P22DT19H51M49.5S"), ("P1.5Y", "P1Y6M"),
      ("P12Y5M14DT16H12M70S", "P12Y5M14DT16H13M10S"), ("P-1M2D", "P-1M2D"), ("PT-0.5S", "PT-0.5S"),
      ("-P1M", "P-1M"), ("P0D", "PT0S"), ("PT0.1S", "PT0.1S"), ("PT2.3S", "PT2.3S"),
      ("P1W", "P7D"), ("P1,5D", "P1DT12H"), ("P", nil), ("PT", nil), ("P1", nil), ("P1DT", nil),
      ("P1D1M", nil), ("P1H", nil), ("PT1D", nil), ("1D", nil), ("P1.D", nil), ("P1M1M", nil),
      ("P9999999999999999999Y", nil), ("PT999999999999999999.999999999999999999H", nil),
      ("PT1.9999999999999999999999S", "PT1.999999999S"), ("P999999999999999999Y", nil),
    ] as [(String, String?)]
  )
  func durations(text: String, duration: String?) {
    #expect(TemporalDuration(parsing: text)?.description == duration)
  }
}
