import CaseModel

/// Says how free text tells of contacts: "Met with King Abdullah II; attended the G7 Summit".
struct RemarkRule: Sendable {
  let text: MappedText
  /// The country of titles that name none.
  var country: MappedText?
  /// The country of those whom the participants travelled with.
  var home: MappedText?

  /// Reads the remarks of a row.
  func read(_ row: MappedRow, within bounds: DateBounds?) -> RemarkReading {
    let table = Self.countries
    let country = country.flatMap { table.country(named: $0.text(row)) }
    let home = home.flatMap { table.country(named: $0.text(row)) }
    let reader = RemarkReader(people: MentionReader(countries: table), home: home)
    return reader.read(text.text(row), country: country, within: bounds)
  }

  /// Registers that run over a century call one state by two names.
  private static let countries = CountryTable(replacing: ["soviet-union": "russia"])
}
