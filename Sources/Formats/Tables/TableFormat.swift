/// Says how the rows of a table stand in its file.
public enum TableFormat: String, CaseIterable, Sendable {
  /// Fields between commas (RFC 4180), a header first.
  case csv
  /// Fields between tabulators, a header first.
  case tsv
  /// An object of JSON on each line.
  case ndjson

  /// Returns the format that the ending of a file stands for, if it stands for one.
  init?(ending: String) {
    switch ending {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "ndjson", "jsonl": self = .ndjson
    default: return nil
    }
  }

  /// Whether the first record names the columns, and fields may stand in quotes.
  public var hasHeader: Bool { delimiter != nil }

  /// What keeps the fields apart; `nil` where every field has a name.
  public var delimiter: UInt8? {
    switch self {
    case .csv: UInt8(ascii: ",")
    case .tsv: UInt8(ascii: "\t")
    case .ndjson: nil
    }
  }
}
