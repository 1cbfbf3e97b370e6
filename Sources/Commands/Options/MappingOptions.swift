import ArgumentParser
import Backchannel
import Foundation
import Formats
import GraphModel

/// Says by which mapping rows become records.
struct MappingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How rows become events: a file, or the name of a mapping that comes with the program.",
      valueName: "mapping"
    ),
    completion: .file(extensions: ["yaml", "yml"])
  )
  var mapping: String?

  /// Reads the mapping; `nil` where none is named.
  func read() throws(BackchannelError) -> Mapping? {
    guard let name = mapping else { return nil }
    if let shipped = try MappingLibrary.mapping(named: name) { return shipped }
    guard FileManager.default.fileExists(atPath: name) else {
      throw BackchannelError(
        Diagnostic(
          .fileUnreadable,
          "there is no mapping '\(name)'",
          remedy: "have one proposed with 'backchannel map FILE -o \(name)', name a file that is "
            + "there, or one of \(MappingLibrary.names.joined(separator: ", "))",
          candidates: NearMiss.candidates(for: name, among: MappingLibrary.names)
        )
      )
    }
    let folder = URL(fileURLWithPath: name).deletingLastPathComponent()
    let bytes = try CaseFiles.bytes(of: name)
    do throws(FormatError) {
      return try Mapping.read(bytes, file: name) { path throws(FormatError) in
        do throws(BackchannelError) {
          return try CaseFiles.bytes(of: folder.appendingPathComponent(path).path)
        } catch { throw FormatError(error.diagnostics) }
      }
    } catch { throw BackchannelError(error) }
  }
}
