extension LocalDateTime {
  /// Reads a day and a time with a `T` between them, or a day alone.
  public init?(parsing text: String) {
    var scanner = TemporalScanner(text)
    guard let value = Self(&scanner), scanner.isAtEnd else { return nil }
    self = value
  }

  init?(_ scanner: inout TemporalScanner) {
    var head = TemporalScanner(scanner.run { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: "t") })
    guard let date = CalendarDate(&head), head.isAtEnd else { return nil }
    guard scanner.skip("T") || scanner.skip("t") else {
      self.init(date: date, time: .midnight)
      return
    }
    guard let time = LocalTime(&scanner) else { return nil }
    self.init(date: date, time: time)
  }
}

extension ZonedDateTime {
  /// Reads a date and time with an offset, a zone in brackets or both.
  ///
  /// Without either the default is taken. An offset that the zone does not have at that time says
  /// which moment is meant.
  public init?(parsing text: String, default clock: ZoneOrOffset = .offset(.utc)) {
    var scanner = TemporalScanner(text)
    guard let local = LocalDateTime(&scanner) else { return nil }
    guard !scanner.isAtEnd else {
      self.init(local: local, clock: clock)
      return
    }
    var offset: UTCOffset?
    if scanner.peek != UInt8(ascii: "[") {
      offset = UTCOffset(&scanner)
      guard offset != nil else { return nil }
    }
    guard scanner.skip("[") else {
      guard let offset, scanner.isAtEnd else { return nil }
      self.init(local: local, offset: offset)
      return
    }
    guard let rules = TimeZoneRules(name: scanner.run { $0 != UInt8(ascii: "]") }),
      scanner.skip("]"), scanner.isAtEnd
    else { return nil }
    self.init(local: local, rules: rules, offset: offset)
  }

  private init?(local: LocalDateTime, rules: TimeZoneRules, offset: UTCOffset?) {
    let value = ZonedDateTime(local: local, zone: rules, preferred: offset)
    guard let offset, value.offset != offset else {
      self = value
      return
    }
    self.init(
      epochSecond: local.epochSecond - Int64(offset.seconds),
      nanosecond: Int64(local.time.nanosecond),
      clock: .zone(rules)
    )
  }
}
