/// The attributes of one object, each at most once.
public struct DOTAttributes: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  private var values: [DOTAttribute: DOTValue] = [:]

  /// Creates attributes; of two values for the same attribute the last one counts.
  public init(dictionaryLiteral elements: (DOTAttribute, DOTValue)...) {
    for (attribute, value) in elements {
      self[attribute] = value
    }
  }

  /// Reads or sets the value of an attribute.
  ///
  /// A value that the attribute does not accept is the caller's mistake and is not kept.
  public subscript(attribute: DOTAttribute) -> DOTValue? {
    get { values[attribute] }
    set {
      if let newValue, !attribute.accepts(newValue) {
        assertionFailure("\(attribute.rawValue) does not accept \(newValue)")
        return
      }
      values[attribute] = newValue
    }
  }

  /// Whether nothing is set.
  public var isEmpty: Bool { values.isEmpty }

  /// Adds attributes; where both have a value, the added one counts.
  public func merging(_ added: DOTAttributes) -> DOTAttributes {
    var merged = self
    merged.values.merge(added.values) { _, new in new }
    return merged
  }

  /// The attributes by name.
  var sorted: [(attribute: DOTAttribute, value: DOTValue)] {
    values.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { (attribute: $0.key, value: $0.value) }
  }
}
