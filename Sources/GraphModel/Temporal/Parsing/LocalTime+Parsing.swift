extension LocalTime {
  /// Reads `21:40:32.142` or `214032.142`, also cut short after the hour or minute.
  public init?(parsing text: String) {
    var scanner = TemporalScanner(text)
    guard let time = Self(&scanner), scanner.isAtEnd else { return nil }
    self = time
  }

  init?(_ scanner: inout TemporalScanner) {
    let isBasic = scanner.digitCount > 2
    guard let hour = scanner.digits(isBasic ? 2...2 : 1...2) else { return nil }
    var parts = [hour, 0, 0, 0]
    for index in 1...2 {
      guard isBasic ? scanner.digitCount > 0 : scanner.skip(":") else { break }
      guard let part = scanner.digits(isBasic ? 2...2 : 1...2) else { return nil }
      parts[index] = part
      guard index == 2, scanner.skip(".") || scanner.skip(",") else { continue }
      guard let fraction = scanner.fraction() else { return nil }
      parts[3] = fraction
    }
    self.init(hour: parts[0], minute: parts[1], second: parts[2], nanosecond: parts[3])
  }
}

extension UTCOffset {
  /// Reads `Z`, `+01`, `+0130`, `+01:30` or `+01:30:15`.
  public init?(parsing text: String) {
    var scanner = TemporalScanner(text)
    guard let offset = Self(&scanner), scanner.isAtEnd else { return nil }
    self = offset
  }

  init?(_ scanner: inout TemporalScanner) {
    if scanner.skip("Z") || scanner.skip("z") {
      self = .utc
      return
    }
    let isNegative = scanner.skip("-")
    guard isNegative || scanner.skip("+") else { return nil }
    let isBasic = scanner.digitCount > 2
    guard let hours = scanner.digits(isBasic ? 2...2 : 1...2) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] {
      guard isBasic ? scanner.digitCount > 0 : scanner.skip(":") else { break }
      guard let part = scanner.digits(2), part < 60 else { return nil }
      seconds += part * unit
    }
    self.init(seconds: isNegative ? -seconds : seconds)
  }
}

extension ZoneOrOffset {
  /// Reads an offset or the name of a zone.
  public init?(parsing text: String) {
    if let offset = UTCOffset(parsing: text) {
      self = .offset(offset)
    } else if let rules = TimeZoneRules(name: text) {
      self = .zone(rules)
    } else {
      return nil
    }
  }
}

extension ZonedTime {
  /// Reads a time followed by an offset; without one the default is taken.
  public init?(parsing text: String, default offset: UTCOffset = .utc) {
    var scanner = TemporalScanner(text)
    guard let time = LocalTime(&scanner) else { return nil }
    if scanner.isAtEnd {
      self.init(time: time, offset: offset)
    } else {
      guard let offset = UTCOffset(&scanner), scanner.isAtEnd else { return nil }
      self.init(time: time, offset: offset)
    }
  }
}
