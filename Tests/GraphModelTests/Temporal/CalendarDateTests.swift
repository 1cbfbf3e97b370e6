import Foundation
import GraphModel
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test("Every day from 1900 to 2100 counts up by one and comes back from its number")
  func everyDayOfTwoCenturies() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = -25_567
    var weekday = 1
    for year in 1900...2100 {
      let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      for month in 1...12 {
        let length = month == 2 && isLeap ? 29 : lengths[month - 1]
        for day in 1...length {
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          try #require(date.dayNumber == number, "\(year)-\(month)-\(day)")
          try #require(CalendarDate(dayNumber: number) == date, "\(number)")
          try #require(date.components == (year, month, day), "\(number)")
          try #require(date.weekday == weekday, "\(date)")
          try #require(CalendarDate(iso: date.description) == date, "\(date)")
          number += 1
          weekday = weekday % 7 + 1
        }
        try #require(CalendarDate(year: year, month: month, day: length + 1) == nil)
        let lastDay = CalendarDate.lastDay(ofMonth: month, year: year)
        try #require(lastDay?.dayNumber == number - 1, "\(year)-\(month)")
      }
    }
  }

  @Test("Every day of the years from -9999 to 9999 keeps its parts and its order")
  func everyDayOfWrittenHistory() throws {
    var before = try #require(CalendarDate(year: -9999, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
    for number in (before.dayNumber + 1)...last.dayNumber {
      let date = try #require(CalendarDate(dayNumber: number))
      let (year, month, day) = date.components
      let isNext = day == before.day + 1 || day == 1 && (month == before.month + 1 || month == 1)
      guard before < date, isNext, CalendarDate(year: year, month: month, day: day) == date else {
        Issue.record("\(before) is followed by \(date)")
        return
      }
      before = date
    }
    #expect(before == last)
  }

  @Test(
    "Known days have their numbers",
    arguments: [
      ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2),
      ("2018-01-30", 17_561, 2), ("0000-03-01", -719_468, 3), ("-9999-01-01", -4_371_587, 1),
      ("9999-12-31", 2_932_896, 5), ("+10000-01-01", 2_932_897, 6),
      ("-10000-12-31", -4_371_588, 7), ("+999999999-12-31", 365_241_780_471, 5),
      ("-999999999-01-01", -365_243_219_162, 1),
    ]
  )
  func knownDays(text: String, number: Int, weekday: Int) throws {
    let date = try #require(CalendarDate(iso: text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
  }

  @Test(
    "Days that do not exist are refused",
    arguments: [
      (2018, 2, 29), (1900, 2, 29), (2018, 4, 31), (2018, 0, 1), (2018, 13, 1), (2018, 1, 0),
      (2018, 1, 32), (1_000_000_000, 1, 1), (-1_000_000_000, 12, 31), (Int.max, Int.max, Int.max),
      (Int.min, Int.min, Int.min), (2018, Int.min, 1), (2018, 1, Int.min),
    ]
  )
  func impossibleDays(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test("Numbers beyond the supported years are refused without overflow")
  func numbersOutOfRange() {
    for number in [Int.min, CalendarDate.min.dayNumber - 1, CalendarDate.max.dayNumber + 1, .max] {
      #expect(CalendarDate(dayNumber: number) == nil, "\(number)")
    }
    for days in [Int.min, -1] { #expect(CalendarDate.min.adding(days: days) == nil) }
    for days in [1, Int.max] { #expect(CalendarDate.max.adding(days: days) == nil) }
    #expect(CalendarDate.lastDay(ofMonth: 13, year: 2018) == nil)
    #expect(CalendarDate.lastDay(ofMonth: 1, year: Int.max) == nil)
    #expect(CalendarDate(iso: "2018-01-30")?.adding(days: 30)?.description == "2018-03-01")
  }

  @Test(
    "Only YYYY-MM-DD is read, and signed years of more digits",
    arguments: [
      "", "-", "2018", "2018-01", "2018-1-30", "2018-01-3", "20180130", "2018-01-30 ",
      " 2018-01-30", "+2018-01-30", "2018-01-+1", "2018--1-30", "2018-01-30T00:00", "-0000-01-01",
      "٢٠١٨-٠١-٣٠", "2018-02-30", "12018-01-30", "--018-01-30", "2018/01/30", "2018-01--1",
      "+02018-01-30", "+1000000000-01-01", "+-12018-01-30", "+12018-1-30",
    ]
  )
  func otherTexts(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test("Days are coded as strings")
  func coding() throws {
    let date = try #require(CalendarDate(iso: "-0044-03-15"))
    #expect(try JSONEncoder().encode([date]) == Data("[\"-0044-03-15\"]".utf8))
    let decoded = try JSONDecoder().decode([CalendarDate].self, from: Data("[\"2018-01-30\"]".utf8))
    #expect(decoded.map(\.description) == ["2018-01-30"])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CalendarDate].self, from: Data("[\"2018-02-30\"]".utf8))
    }
  }
}
