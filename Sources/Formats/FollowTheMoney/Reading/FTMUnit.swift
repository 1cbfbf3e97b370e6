import CaseModel
import GraphModel

/// Holds an entity that was read, with where it stood and who says so.
struct FTMUnit {
  let entity: FTMEntity
  /// The lines or rows that it was read from.
  let lines: [Line]
  /// The datasets that it comes from; empty where the file does not say.
  let datasets: [Dataset]

  /// Holds a line or row as it stands in the file.
  struct Line {
    let number: Int
    let text: String
  }

  /// Names who says so, and since when.
  struct Dataset: Hashable {
    let name: String
    let firstSeen: String?
  }
}

/// Gives entities one by one.
protocol FTMSource {
  /// Returns the next entity, or why the next lines are none; `nil` at the end.
  mutating func next() throws(FormatError) -> FTMReading?
  /// Bytes of the file read so far.
  var byteCount: Int { get }
}

/// Holds an entity, or what stood in its place.
enum FTMReading {
  case unit(FTMUnit)
  case rejected([Rejection])
}

extension FTMUnit {
  /// Says of every line of the entity why it is not taken.
  func rejections(_ message: String, file: String, remedy: String) -> [Rejection] {
    lines.map { line in
      Rejection(
        Diagnostic(
          .invalidValue,
          message,
          file: file,
          position: SourcePosition(line: line.number, column: 1),
          record: entity.id,
          remedy: remedy
        ),
        text: line.text
      )
    }
  }
}
