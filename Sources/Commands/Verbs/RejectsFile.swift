import Backchannel
import Formats
import GraphModel

/// Writes the units of a file that an import did not take, each with its place and reason.
final class RejectsFile {
  /// The columns; `row` is the unit as it stands in the file.
  private static let header = "file,line,column,reason,remedy,row\n"

  let path: String
  private var sink: FileSink?
  private var waiting: [UInt8] = []

  /// Names the file, which is begun with the first rejection.
  init(_ path: String) { self.path = path }

  func add(_ rejection: Rejection) throws(BackchannelError) {
    let diagnostic = rejection.diagnostic
    let fields = [
      diagnostic.file ?? "", diagnostic.position.map { String($0.line) } ?? "",
      diagnostic.position.map { String($0.column) } ?? "", diagnostic.message,
      diagnostic.remedy ?? "", rejection.text,
    ]
    if sink == nil { try begin() }
    waiting += Array((fields.map(Self.quoted).joined(separator: ",") + "\n").utf8)
    if waiting.count > 64 << 10 { try flush() }
  }

  /// Gives the file its name; returns whether there is one.
  func finish() throws(BackchannelError) -> Bool {
    guard let sink else { return false }
    try flush()
    do { try sink.finish() } catch { throw BackchannelError(error) }
    return true
  }

  private func begin() throws(BackchannelError) {
    // The rejects of an earlier try may be replaced, and no other file.
    let old = (try? CaseFiles.bytes(of: path)) ?? []
    do throws(FormatError) {
      sink = try FileSink(path, isForced: old.starts(with: Self.header.utf8))
    } catch { throw BackchannelError(error) }
    waiting = Array(Self.header.utf8)
  }

  private func flush() throws(BackchannelError) {
    do { try sink?.write(waiting) } catch { throw BackchannelError(error) }
    waiting.removeAll(keepingCapacity: true)
  }

  private static func quoted(_ text: String) -> String {
    text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
