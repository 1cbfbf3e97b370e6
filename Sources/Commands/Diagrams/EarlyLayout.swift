import Diagrams
import Synchronization

/// A layout process that is started by a glance at the words of the command line: to read them
/// properly takes longer than the process needs for its own beginning.
///
/// A wrong guess costs a process that does nothing.
enum EarlyLayout {
  private static let started = Mutex<LayoutReserve?>(nil)

  /// Starts a process where the words of a command line promise a drawing.
  static func begin(_ arguments: [String]) {
    guard let format = format(promisedBy: arguments) else { return }
    let reserve = LayoutReserve(format: format)
    started.withLock { $0 = reserve }
  }

  /// Returns the process, if it draws in a format and nobody has taken it.
  static func take(_ format: LayoutFormat) -> LayoutReserve? {
    started.withLock { started in
      started?.format == format ? started.take() : nil
    }
  }

  /// Ends the process if nobody has taken it.
  static func end() { started.withLock { $0 = nil } }

  /// The format of the drawing in the file that `-o` names; `nil` where a glance does not tell.
  static func format(promisedBy arguments: [String]) -> LayoutFormat? {
    let place = arguments.firstIndex { ["-o", "--output"].contains($0) }
    guard let place, place + 1 < arguments.count,
      let ending = arguments[place + 1].split(separator: ".").last
    else { return nil }
    switch arguments.first {
    case "render": return [.svg, .png].first { $0.rawValue == ending }
    case "dossier": return ending == "html" && !arguments.contains("--no-diagram") ? .svg : nil
    default: return nil
    }
  }
}
