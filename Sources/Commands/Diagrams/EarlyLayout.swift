import Diagrams
import Synchronization

/// A layout process that is started by a glance at the words of the command line: to read them
/// properly takes longer than the process needs for its own beginning.
///
/// A wrong guess costs a process that does nothing.
enum EarlyLayout {
  /// By what a layout is done, and as what it is drawn.
  struct Kind: Hashable {
    var engine = LayoutEngine.dot
    let format: LayoutFormat
  }

  private static let started = Mutex<LayoutReserve?>(nil)

  /// Starts a process where the words of a command line promise a drawing.
  static func begin(_ arguments: [String]) {
    guard let kind = kind(promisedBy: arguments) else { return }
    let reserve = LayoutReserve(engine: kind.engine, format: kind.format)
    started.withLock { $0 = reserve }
  }

  /// Returns the process, if it does layouts of a kind and nobody has taken it.
  static func take(_ kind: Kind) -> LayoutReserve? {
    started.withLock { started in
      guard let reserve = started,
        Kind(engine: reserve.engine, format: reserve.format) == kind
      else { return nil }
      return started.take()
    }
  }

  /// Ends the process if nobody has taken it.
  static func end() { started.withLock { $0 = nil } }

  /// The kind of the drawing in the file that `-o` names; `nil` where a glance does not tell.
  static func kind(promisedBy arguments: [String]) -> Kind? {
    let place = arguments.firstIndex { ["-o", "--output"].contains($0) }
    guard let place, place + 1 < arguments.count,
      let ending = arguments[place + 1].split(separator: ".").last
    else { return nil }
    switch arguments.first {
    case "render":
      guard let format = [LayoutFormat.svg, .png].first(where: { $0.rawValue == ending })
      else { return nil }
      return Kind(engine: arguments.contains("--timeline") ? .neato : .dot, format: format)
    case "dossier":
      guard ending == "html", !arguments.contains("--no-diagram") else { return nil }
      return Kind(format: .svg)
    default: return nil
    }
  }
}
