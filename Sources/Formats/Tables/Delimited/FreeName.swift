extension Set<String> {
  /// Takes a name that is not taken yet: the given one, or the same with the first free number.
  mutating func takeFreeName(_ base: String) -> String {
    var candidate = base
    var number = 2
    while !insert(candidate).inserted {
      candidate = "\(base) \(number)"
      number += 1
    }
    return candidate
  }
}
