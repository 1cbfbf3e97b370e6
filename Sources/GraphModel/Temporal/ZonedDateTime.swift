/// Holds a moment as a clock with a known distance from UTC shows it, with or without a zone.
public struct ZonedDateTime: Hashable, Sendable {
  /// What the clock shows.
  public let local: LocalDateTime
  /// How far the clock is from UTC.
  public let offset: UTCOffset
  /// The name of the zone in the IANA data base.
  public let zone: String?

  /// Makes a time by a clock with a fixed offset.
  public init(local: LocalDateTime, offset: UTCOffset) {
    self.local = local
    self.offset = offset
    zone = nil
  }

  /// Makes a time by a clock of a zone; a time that the clock skips is moved forward.
  public init(local: LocalDateTime, zone: TimeZoneRules, preferred: UTCOffset? = nil) {
    (self.local, offset) = zone.resolve(local, preferred: preferred)
    self.zone = zone.name
  }

  /// Makes a time by a clock.
  public init(local: LocalDateTime, clock: ZoneOrOffset, preferred: UTCOffset? = nil) {
    switch clock {
    case .offset(let offset): self.init(local: local, offset: offset)
    case .zone(let rules): self.init(local: local, zone: rules, preferred: preferred)
    }
  }

  /// Makes the time that a clock shows so many seconds after 1970-01-01T00:00Z; nothing outside
  /// the supported years.
  public init?(epochSecond: Int64, nanosecond: Int64, clock: ZoneOrOffset) {
    let offset = clock.offset(atEpochSecond: epochSecond)
    let (second, overflow) = epochSecond.addingReportingOverflow(Int64(offset.seconds))
    guard !overflow, let local = LocalDateTime(epochSecond: second, nanosecond: nanosecond) else {
      return nil
    }
    self.local = local
    self.offset = offset
    zone = clock.zoneName
  }

  /// The seconds since 1970-01-01T00:00Z.
  public var epochSecond: Int64 { local.epochSecond - Int64(offset.seconds) }

  /// The zone, or the offset where there is none.
  public var clock: ZoneOrOffset {
    zone.flatMap(TimeZoneRules.init(name:)).map(ZoneOrOffset.zone) ?? .offset(offset)
  }

  /// Returns the same moment by another clock; nothing outside the supported years.
  public func converted(to clock: ZoneOrOffset) -> ZonedDateTime? {
    ZonedDateTime(
      epochSecond: epochSecond,
      nanosecond: Int64(local.time.nanosecond),
      clock: clock
    )
  }
}

extension ZonedDateTime: Comparable {
  /// Orders by the moment, then by offset, then by the name of the zone.
  public static func < (left: Self, right: Self) -> Bool {
    let moments = (left.epochSecond, left.local.time.nanosecond)
    let others = (right.epochSecond, right.local.time.nanosecond)
    guard moments == others else { return moments < others }
    return (left.offset, left.zone ?? "") < (right.offset, right.zone ?? "")
  }
}

extension ZonedDateTime: CustomStringConvertible {
  /// The time, the offset and the zone, such as `2018-01-30T12:00+01:00[Europe/Stockholm]`.
  public var description: String { "\(local)\(offset)" + (zone.map { "[\($0)]" } ?? "") }
}

/// Tells how a clock is set: by a zone, or at a fixed distance from UTC.
public enum ZoneOrOffset: Hashable, Sendable {
  /// By the rules of a zone.
  case zone(TimeZoneRules)
  /// At a fixed distance.
  case offset(UTCOffset)

  /// Returns the offset at a moment, given in seconds since 1970-01-01T00:00Z.
  public func offset(atEpochSecond second: Int64) -> UTCOffset {
    switch self {
    case .zone(let rules): rules.offset(atEpochSecond: second)
    case .offset(let offset): offset
    }
  }

  /// The name of the zone.
  public var zoneName: String? {
    guard case .zone(let rules) = self else { return nil }
    return rules.name
  }
}

extension ZoneOrOffset: CustomStringConvertible {
  /// The name of the zone or the offset.
  public var description: String {
    switch self {
    case .zone(let rules): rules.name
    case .offset(let offset): offset.description
    }
  }
}
