import CaseModel
import Foundation
import Testing

@testable import Formats

@Suite("Remarks in cells")
struct RemarkReaderTests {
  private let reader = RemarkReader(home: CountryTable.standard.country(id: "united-states"))

  private func read(_ remark: String, in country: String = "jordan") throws -> RemarkReading {
    let within = try UncertainDate(edtf: "2018-10-01/2018-10-12").bounds
    return reader.read(remark, country: CountryTable.standard.country(id: country), within: within)
  }

  @Test("A remark is read into its contacts")
  func contacts() throws {
    let reading = try read(
      "Met with King Abdullah II and Foreign Minister Nasser Judeh; attended the G7 Summit;"
        + " addressed Parliament. Signed a treaty. Also met with senior officials."
    )
    #expect(reading.contacts.map(\.kind) == [.meeting, .gathering, .statement, .signing, .meeting])
    #expect(reading.contacts[0].mentions.map(\.name) == ["Abdullah II", "Nasser Judeh"])
    #expect(reading.contacts[1].title == "the G7 Summit")
    #expect(reading.contacts[4].mentions.map(\.kind) == [.unnamed])
    #expect(reading.unread.isEmpty)
  }

  @Test("Clauses are told apart by their verbs")
  func clauses() throws {
    let reading = try read(
      "Attended a Quartet meeting and met with Foreign Minister Judeh, dedicated the new U.S."
        + " Embassy, and addressed U.S. military personnel."
    )
    #expect(reading.contacts.map(\.kind) == [.gathering, .meeting, .statement])
    #expect(reading.unread == ["dedicated the new U.S. Embassy"])
  }

  @Test("A topic, a place and a date inside of a remark are kept")
  func circumstances() throws {
    let reading = try read(
      "Met with King Abdullah II to discuss trade. In Aqaba, met with President Assad of Syria."
        + " Met with Prime Minister Razzaz on October 10. Discussed water with Foreign Minister Judeh"
    )
    #expect(reading.contacts.map(\.topic) == ["trade", nil, nil, "water"])
    #expect(reading.contacts[1].place == "Aqaba")
    #expect(reading.contacts[1].mentions.first?.country?.id == "syria")
    #expect(reading.contacts[2].date?.edtf == "2018-10-10")
  }

  @Test("Whom the subject accompanied is of the home country")
  func company() throws {
    let contact = try #require(
      try read("Accompanied President Trump to his meeting with President Putin.").contacts.first
    )
    #expect(contact.kind == .company)
    #expect(contact.mentions.map(\.country?.id) == ["united-states"])
    #expect(contact.unread == ["to his meeting with President Putin"])
  }

  @Test("A list that goes on behind a semicolon is one meeting")
  func continuation() throws {
    let reading = try read("Met with Emperor Akihito of Japan; the Kings of Belgium and Spain.")
    #expect(reading.contacts.count == 1)
    #expect(reading.contacts.first?.mentions.count == 3)
  }

  @Test("What tells of no contact is kept as it stands")
  func unread() throws {
    let reading = try read(
      "Vacation. Met with the press secretary of nobody in particular 12 times."
    )
    #expect(reading.unread.first == "Vacation")
    #expect(!reading.contacts.contains { $0.mentions.contains { $0.kind == .person } })
  }

  @Test("Abbreviations do not end sentences")
  func abbreviations() {
    #expect(
      SentenceSplitter.sentences(
        of: "Met with Gen. Smith, Dr. Mohamed Ali and S. Jaishankar. Left U.S. Announced aid."
      )
        == ["Met with Gen. Smith, Dr. Mohamed Ali and S. Jaishankar", "Left U.S.", "Announced aid"]
    )
  }

  /// Phrases were counted with `grep -oi 'met with' trips.csv | wc -l` in the register of
  /// 2026-07-18.
  @Test("Nearly all meetings of a real register are taken")
  func register() throws {
    guard let rows = TravelRegister.rows() else { return }
    var taken = 0
    var mentions = 0
    var unread = 0
    for row in rows {
      let within = try UncertainDate(edtf: "\(row.start)/\(row.end)").bounds
      let country = CountryTable.standard.country(named: row.country)
      let reading = reader.read(row.remarks, country: country, within: within)
      let meetings = reading.contacts.filter { $0.kind == .meeting }
      taken += meetings.filter { $0.verbatim.lowercased().contains("met with") }.count
      mentions += meetings.flatMap(\.mentions).count
      unread += meetings.flatMap(\.unread).count
    }
    let phrases = 2_323
    print("met with: \(taken) of \(phrases); \(mentions) mentions, \(unread) pieces stay text")
    #expect(Double(taken) > Double(phrases) * 0.97)
    #expect(Double(mentions) > Double(mentions + unread) * 0.95)
  }
}

/// Finds the data sets that tests may use but the project does not ship.
enum SharedFiles {
  /// Returns the place of a file, which need not be there.
  static func url(_ path: String) -> URL {
    let root =
      ProcessInfo.processInfo.environment["BACKCHANNEL_SHARED"].map(URL.init(fileURLWithPath:))
      ?? URL(fileURLWithPath: #filePath).appending(path: "../../../../../shared").standardized
    return root.appending(path: path)
  }
}

/// Reads the rows of the register of travels for tests.
enum TravelRegister {
  struct Row {
    let start, end, country, remarks: String
  }

  /// Returns the rows; nothing, and says so, where the file is not there.
  static func rows() -> [Row]? {
    let file = SharedFiles.url("datasets/us-state-travels/trips.csv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      print("skipped: \(file.path) is not there; set BACKCHANNEL_SHARED to the folder of datasets")
      return nil
    }
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = cells(String(line))
      return Row(start: cells[4], end: cells[5], country: cells[7], remarks: cells[9])
    }
  }

  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
