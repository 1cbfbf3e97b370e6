import Foundation
import GraphModel

/// Shows on a terminal how far long work has come; on anything else it shows nothing.
final class ProgressBar {
  private let isShown: Bool
  private let columns: Int
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var hasLine = false

  init() {
    isShown = ProcessStream.errors.isTerminal
    columns = ProcessStream.errors.columns
  }

  /// Shows the bar with the rate and the time that is left, at most ten times a second.
  ///
  /// - Parameter isBytes: Whether bytes are counted, so that a rate in megabytes can be told.
  func show(done: Int, of total: Int, what: String, isBytes: Bool = true) {
    guard isShown, total > 0 else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100), done < total { return }
    lastShown = now
    let seconds = max(0.001, Double((now - start).components.seconds) + fraction(now))
    let rate = Double(done) / seconds
    let share = min(1, Double(done) / Double(total))
    let left = rate > 0 ? Int((Double(max(0, total - done)) / rate).rounded(.up)) : 0
    let width = max(10, min(40, columns - 50))
    let filled = Int(share * Double(width))
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    let digits = rate < 10_000_000 ? 1 : 0
    let megabytes = (rate / 1_000_000).formatted(.number.precision(.fractionLength(digits)))
    let pace = isBytes ? " \(megabytes) MB/s," : ""
    let line = "[\(bar)] \(Int(share * 100)) %,\(pace) \(left) s left, \(what)"
    write("\r\u{1B}[K" + PlainText.printable(String(line.prefix(columns - 1)), keepingLines: false))
    hasLine = true
  }

  /// Takes the bar away.
  func clear() {
    guard hasLine else { return }
    hasLine = false
    write("\r\u{1B}[K")
  }

  private func fraction(_ now: ContinuousClock.Instant) -> Double {
    Double((now - start).components.attoseconds) / 1e18
  }

  private func write(_ text: String) { Console.current.errors(Array(text.utf8)) }
}
