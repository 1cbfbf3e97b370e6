import Foundation

/// Keeps what was entered in a shell, in a file of the user's.
final class ShellHistory {
  private static let limit = 1_000

  /// The entries, oldest first.
  private(set) var lines: [String] = []
  private let path: String?

  /// Reads the file, if there is one.
  init(path: String?) {
    self.path = path
    guard let path, let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    lines = text.split(separator: "\n").suffix(Self.limit).map {
      String($0).replacing("\\n", with: "\n")
    }
  }

  /// The file that the environment suggests (XDG base directories).
  static func path(in environment: [String: String]) -> String? {
    if let folder = environment["XDG_STATE_HOME"], !folder.isEmpty {
      return folder + "/backchannel/history"
    }
    return environment["HOME"].map { $0 + "/.local/state/backchannel/history" }
  }

  /// Adds an entry, and writes it down where that is possible; readable for nobody else.
  func add(_ line: String) {
    guard !line.isEmpty, lines.last != line else { return }
    lines.append(line)
    guard let path else { return }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = lines.suffix(Self.limit)
      .map { $0.replacing("\n", with: "\\n") + "\n" }.joined()
    guard (try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)) != nil
    else { return }
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }
}
