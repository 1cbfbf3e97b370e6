/// Gives small numbers to names: labels, relationship types and property keys.
struct NameTable {
  /// The names by number, in the order of their first use.
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  init(_ names: [String] = []) {
    for name in names { _ = intern(name) }
  }

  /// The number of names.
  var count: Int { names.count }

  /// Returns the number of a name that was used before.
  ///
  /// Few names are compared one by one, which takes less time than a hash.
  func number(of name: String) -> Int? {
    guard names.count > Self.few else { return names.firstIndex(of: name) }
    return numbers[name]
  }

  private static let few = 16

  /// Returns the number of a name, a new one at its first use.
  mutating func intern(_ name: String) -> Int {
    if let number = number(of: name) { return number }
    let number = names.count
    names.append(name)
    numbers[name] = number
    return number
  }
}
