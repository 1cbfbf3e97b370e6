import GraphModel
import Testing

@Suite("The axioms of the four relations")
struct ValueRelationAxiomTests {
  static let values: [Value] = {
    var random = RandomValues(seed: 20_160_614)
    return (0..<160).map { _ in random.value() }
  }()

  @Test("Equivalence is reflexive and symmetric, and equal hashes go with it")
  func equivalence() {
    for one in Self.values {
      #expect(one == one, "\(one)")
      for other in Self.values {
        #expect((one == other) == (other == one), "\(one) and \(other)")
        if one == other { #expect(one.hashValue == other.hashValue, "\(one) and \(other)") }
        if one.isIdentical(to: other) { #expect(one == other, "\(one) and \(other)") }
      }
    }
  }

  @Test("The global order is total, and agrees with equivalence")
  func order() {
    let sorted = Self.values.sorted { $0.ordering(to: $1) == .before }
    for (index, one) in sorted.enumerated() {
      for other in sorted[index...] {
        #expect(one.ordering(to: other) != .after, "\(one) before \(other)")
        #expect(one.ordering(to: other) == other.ordering(to: one).reversed)
        #expect((one.ordering(to: other) == .same) == (one == other), "\(one) and \(other)")
      }
    }
  }

  @Test("Equality is symmetric, implies equivalence, and is never true of a null")
  func equality() {
    for one in Self.values {
      #expect(one.equals(.null) == nil)
      for other in Self.values {
        #expect(one.equals(other) == other.equals(one), "\(one) and \(other)")
        if one.equals(other) == true { #expect(one == other, "\(one) and \(other)") }
      }
    }
  }

  @Test("Where values can be compared, the comparison agrees with the global order and equality")
  func comparability() {
    for one in Self.values {
      for other in Self.values {
        let isLess = one.isLess(than: other)
        #expect(isLess.map { _ in true } == other.isLess(than: one).map { _ in true })
        if isLess == true {
          #expect(one.ordering(to: other) == .before, "\(one) and \(other)")
          #expect(other.isLess(than: one) == false, "\(one) and \(other)")
          #expect(one.equals(other) != true, "\(one) and \(other)")
        }
        if isLess == false, other.isLessOrEqual(to: one) == true,
          one.isLessOrEqual(to: other) == true
        {
          #expect(one.equals(other) == true, "\(one) and \(other)")
        }
      }
    }
  }
}
