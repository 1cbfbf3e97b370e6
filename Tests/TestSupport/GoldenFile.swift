import Foundation

/// Compares text with a recorded file.
public enum GoldenFile {
  /// Returns `nil` when `text` is what was recorded, else the first lines that differ.
  ///
  /// With `BACKCHANNEL_RECORD=1` in the environment the text is recorded instead.
  public static func difference(_ text: String, from relative: String) throws -> String? {
    let url = Repository.root.appending(path: relative)
    if ProcessInfo.processInfo.environment["BACKCHANNEL_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: url)
      return nil
    }
    guard let recorded = try? String(contentsOf: url, encoding: .utf8) else {
      return "\(relative) is not recorded; run the tests with BACKCHANNEL_RECORD=1"
    }
    guard recorded != text else { return nil }
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for number in 0..<max(old.count, new.count) {
      let was = number < old.count ? old[number] : "(end)"
      let isNow = number < new.count ? new[number] : "(end)"
      if was != isNow {
        lines += ["line \(number + 1)", "  recorded: \(was)", "  now:      \(isNow)"]
      }
    }
    return "\(relative) differs:\n" + lines.prefix(30).joined(separator: "\n")
  }
}
