import ArgumentParser
import Formats

/// Says how a file that is read is encoded.
struct EncodingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("How the file is encoded; found out by default.", valueName: "name"),
    transform: Self.encoding
  )
  var encoding: TextEncoding?

  private static func encoding(_ word: String) throws -> TextEncoding {
    if let encoding = TextEncoding(word: word) { return encoding }
    let names = TextEncoding.allCases.map(\.rawValue)
    throw ValidationError(
      "'\(word)' is no encoding that is read; one of \(names.joined(separator: ", "))"
    )
  }
}
