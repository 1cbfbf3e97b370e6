/// Remembers what was made of texts that repeat; forgets all of it when it is full.
struct TextCache<Result> {
  private static var limit: Int { 4_096 }

  private var results: [String: Result] = [:]

  mutating func result(_ text: String, _ make: (String) -> Result) -> Result {
    if let result = results[text] { return result }
    if results.count >= Self.limit { results.removeAll(keepingCapacity: true) }
    let result = make(text)
    results[text] = result
    return result
  }
}

/// Remembers what was read of dates: registers write the same days again and again.
struct DateCache {
  private var readings: [DateReader: TextCache<DateReading>] = [:]

  mutating func read(_ text: String, by reader: DateReader) -> DateReading {
    readings[reader, default: TextCache()].result(text) { reader.read($0) }
  }
}
