import GraphModel

/// Holds the values of one property key by element.
///
/// A column that few elements use is a dictionary. Else it is an array, typed as long as all values
/// are integers, or all floats.
struct PropertyColumn {
  private enum Form { case sparse, integers, floats, values }

  private var form = Form.sparse
  private var sparse: [UInt32: Value] = [:]
  private var integers: ContiguousArray<Int64> = []
  private var floats: ContiguousArray<Double> = []
  private var values: ContiguousArray<Value> = []
  private var isNull: ContiguousArray<Bool> = []
  /// The highest element of a dictionary.
  private var highest: UInt32 = 0
  /// The number of elements with a value.
  private(set) var count = 0

  /// A dictionary takes about so many times the memory of an array element.
  private static let sparseFactor = 4

  /// Returns the value of an element; null where it has none.
  func value(_ element: UInt32) -> Value {
    let index = Int(element)
    switch form {
    case .sparse: return sparse[element] ?? .null
    case .integers:
      return index < isNull.count && !isNull[index] ? .integer(integers[index]) : .null
    case .floats: return index < isNull.count && !isNull[index] ? .float(floats[index]) : .null
    case .values: return index < values.count ? values[index] : .null
    }
  }

  /// Returns the values of elements, of which `Column.null` is null.
  func column(_ elements: ContiguousArray<UInt32>) -> Column {
    switch form {
    case .sparse: .values(ContiguousArray(elements.lazy.map(value)))
    case .values: .values(gathered(values, elements))
    case .integers: typedColumn(integers, elements, empty: 0) { .integers($0, isNull: $1) }
    case .floats: typedColumn(floats, elements, empty: 0) { .floats($0, isNull: $1) }
    }
  }

  /// Sets or removes (by null) the value of an element; returns the old one.
  mutating func set(_ value: Value, _ element: UInt32) -> Value {
    let old = self.value(element)
    if old == .null, value == .null { return old }
    count += (value == .null ? 0 : 1) - (old == .null ? 0 : 1)
    fit(value, at: element)
    switch (form, value) {
    case (.sparse, .null): sparse[element] = nil
    case (.sparse, _): sparse[element] = value
    case (.values, _): values[Int(element)] = value
    case (.integers, .integer(let number)):
      integers[Int(element)] = number
      isNull[Int(element)] = false
    case (.floats, .float(let number)):
      floats[Int(element)] = number
      isNull[Int(element)] = false
    default: isNull[Int(element)] = true
    }
    return old
  }

  private func gathered(_ values: ContiguousArray<Value>, _ elements: ContiguousArray<UInt32>)
    -> ContiguousArray<Value>
  {
    ContiguousArray(
      elements.lazy.map { Int($0) < values.count ? values[Int($0)] : .null }
    )
  }

  private func typedColumn<Number: BitwiseCopyable>(
    _ numbers: ContiguousArray<Number>,
    _ elements: ContiguousArray<UInt32>,
    empty: Number,
    make: (ContiguousArray<Number>, ContiguousArray<Bool>) -> Column
  ) -> Column {
    let missing = unsafe isNull.withUnsafeBufferPointer { isNull in
      unsafe elements.withUnsafeBufferPointer { elements in
        ContiguousArray<Bool>(count: elements.count) { row in
          let index = unsafe Int(elements[row])
          return unsafe index >= isNull.count || isNull[index]
        }
      }
    }
    let isMissing = missing.contains(true)
    let found = unsafe numbers.withUnsafeBufferPointer { numbers in
      unsafe elements.withUnsafeBufferPointer { elements in
        ContiguousArray<Number>(count: elements.count) { row in
          let index = unsafe Int(elements[row])
          return unsafe index < numbers.count ? numbers[index] : empty
        }
      }
    }
    return make(found, isMissing ? missing : [])
  }
}

extension PropertyColumn {
  /// Gives the column a form and a length in which the value has a place.
  private mutating func fit(_ value: Value, at element: UInt32) {
    if form == .sparse {
      highest = max(highest, element)
      if count >= 16, count * Self.sparseFactor > Int(highest) { becomeDense() }
    } else if Int(element) >= length, count * Self.sparseFactor * 4 < Int(element) {
      becomeSparse()
    }
    switch (form, value) {
    case (.integers, .integer), (.integers, .null), (.floats, .float), (.floats, .null),
      (.values, _), (.sparse, _):
      break
    default: becomeValues()
    }
    lengthen(to: Int(element) + 1)
  }

  private var length: Int { form == .values ? values.count : isNull.count }

  private mutating func lengthen(to length: Int) {
    let missing = length - self.length
    guard missing > 0 else { return }
    switch form {
    case .sparse: return
    case .values:
      values.append(contentsOf: repeatElement(.null, count: missing))
      return
    case .integers: integers.append(contentsOf: repeatElement(0, count: missing))
    case .floats: floats.append(contentsOf: repeatElement(0, count: missing))
    }
    isNull.append(contentsOf: repeatElement(true, count: missing))
  }

  private mutating func becomeDense() {
    let entries = sparse
    sparse = [:]
    form =
      if entries.values.allSatisfy({ $0.isInteger }) {
        .integers
      } else if entries.values.allSatisfy({ $0.isFloat }) {
        .floats
      } else {
        .values
      }
    lengthen(to: Int(entries.keys.max() ?? 0) + 1)
    for (element, value) in entries {
      switch value {
      case .integer(let number) where form == .integers: integers[Int(element)] = number
      case .float(let number) where form == .floats: floats[Int(element)] = number
      default:
        values[Int(element)] = value
        continue
      }
      isNull[Int(element)] = false
    }
  }

  private mutating func becomeValues() {
    let column = self
    values = ContiguousArray((0..<isNull.count).lazy.map { column.value(UInt32($0)) })
    form = .values
    integers = []
    floats = []
    isNull = []
  }

  private mutating func becomeSparse() {
    for index in 0..<length {
      let value = value(UInt32(index))
      if value != .null { sparse[UInt32(index)] = value }
    }
    form = .sparse
    integers = []
    floats = []
    values = []
    isNull = []
  }
}

extension Value {
  fileprivate var isInteger: Bool {
    if case .integer = self { true } else { false }
  }

  fileprivate var isFloat: Bool {
    if case .float = self { true } else { false }
  }
}
