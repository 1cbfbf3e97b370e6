import Foundation

/// Tells the offsets of a zone of the IANA data base.
public struct TimeZoneRules: Hashable, Sendable {
  /// The name, such as `Europe/Stockholm`.
  public let name: String
  private let zone: TimeZone

  /// Finds a zone by its name, or returns nothing.
  public init?(name: String) {
    guard Self.isPlain(name), let zone = TimeZone(identifier: name) else { return nil }
    self.name = name
    self.zone = zone
  }

  /// Whether a text could be the name of a zone, which the system may look up as a file.
  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, first > 0x40 else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2F, 0x5F: true
      default: false
      }
    }
  }

  /// Returns the offset at a moment, given in seconds since 1970-01-01T00:00Z.
  public func offset(atEpochSecond second: Int64) -> UTCOffset {
    let date = Date(timeIntervalSince1970: Double(Self.reduced(second)))
    return UTCOffset(seconds: zone.secondsFromGMT(for: date)) ?? .utc
  }

  /// Returns the offset of a local time, and that local time, moved forward if the clock skips it.
  ///
  /// Of the two offsets of a time that comes twice, `preferred` is taken if it is one of them, else
  /// the earlier.
  public func resolve(_ local: LocalDateTime, preferred: UTCOffset? = nil)
    -> (local: LocalDateTime, offset: UTCOffset)
  {
    let wall = local.epochSecond
    let before = offset(atEpochSecond: wall - 86_400)
    let after = offset(atEpochSecond: wall + 86_400)
    let valid = [before, after].filter { offset(atEpochSecond: wall - Int64($0.seconds)) == $0 }
    if let preferred, valid.contains(preferred) { return (local, preferred) }
    if let first = valid.first { return (local, first) }
    let moment = wall - Int64(before.seconds)
    let next = offset(atEpochSecond: moment)
    let moved = LocalDateTime(
      epochSecond: moment + Int64(next.seconds),
      nanosecond: Int64(local.time.nanosecond)
    )
    return (moved ?? local, next)
  }

  /// Brings a moment after the year 2400 into an equal year near it, for which the data hold.
  private static func reduced(_ second: Int64) -> Int64 {
    let cycle: Int64 = 146_097 * 86_400
    let limit: Int64 = 13_569_465_600
    return second < limit ? max(second, -100_000_000_000) : limit + (second - limit) % cycle
  }
}
