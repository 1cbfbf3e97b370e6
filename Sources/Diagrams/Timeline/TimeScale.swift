import CaseModel
import GraphModel

/// Maps days to places on a time axis, and cuts long stretches in which nothing lies.
struct TimeScale {
  /// Holds a piece of the axis.
  struct Piece: Hashable {
    /// The first day, and the one after the last.
    let days: Range<Int>
    /// Where it starts and ends.
    let start: Double
    let end: Double
    /// Whether it is cut short, and so not to scale.
    let isCut: Bool
  }

  /// A gap of at least this part of the whole time is cut.
  private static let cutShare = 0.2
  /// The room that a cut takes of the whole width.
  private static let cutWidth = 64.0

  /// The pieces from left to right.
  let pieces: [Piece]

  /// Makes a scale on which all known ends of `bounds` lie; `nil` where there are none.
  init?(_ bounds: [DateBounds], from left: Double, to right: Double) {
    let stretches = bounds.compactMap(Self.stretch).sorted { $0.lowerBound < $1.lowerBound }
    guard let first = stretches.first?.lowerBound, let last = stretches.map(\.upperBound).max()
    else { return nil }
    let margin = max(1, (last - first) / 50)
    let gaps = Self.gaps(stretches, margin: margin)
      .filter { Double($0.count) >= Self.cutShare * Double(last - first) && $0.count > 14 }
    let ends = [first - margin] + gaps.flatMap { [$0.lowerBound, $0.upperBound] }
    let days = zip(ends, ends.dropFirst() + [last + margin]).enumerated()
      .map { (range: $1.0..<max($1.0 + 1, $1.1), isCut: !$0.isMultiple(of: 2)) }
    let drawn = days.filter { !$0.isCut }.reduce(0) { $0 + $1.range.count }
    let room = right - left - Double(gaps.count) * Self.cutWidth
    let perDay = room / Double(max(1, drawn))
    var start = left
    pieces = days.map { range, isCut in
      let width = isCut ? Self.cutWidth : Double(range.count) * perDay
      defer { start += width }
      return Piece(days: range, start: start, end: start + width, isCut: isCut)
    }
  }

  /// The place where a day begins; days beyond the ends lie there.
  func place(_ day: Int) -> Double {
    guard let piece = pieces.first(where: { day < $0.days.upperBound }) ?? pieces.last else {
      return 0
    }
    let share = Double(day - piece.days.lowerBound) / Double(piece.days.count)
    return piece.start + min(max(share, 0), 1) * (piece.end - piece.start)
  }

  /// The days that a date says something of: an open end adds none.
  private static func stretch(_ bounds: DateBounds) -> Range<Int>? {
    let days = [bounds.earliest?.dayNumber, bounds.latest?.dayNumber].compactMap(\.self)
    guard let first = days.min(), let last = days.max() else { return nil }
    return first..<last + 1
  }

  /// The days between stretches, without a margin on both sides.
  private static func gaps(_ stretches: [Range<Int>], margin: Int) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var end = stretches.first?.upperBound ?? 0
    for stretch in stretches {
      if stretch.lowerBound - margin > end + margin {
        gaps.append(end + margin..<stretch.lowerBound - margin)
      }
      end = max(end, stretch.upperBound)
    }
    return gaps
  }
}
