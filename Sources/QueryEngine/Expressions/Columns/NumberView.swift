import GraphModel

/// Reads a typed column of numbers, or a constant, as if it had a number in every row.
struct NumberView<Number: ColumnNumber> {
  /// The numbers of the column, or the one of a constant.
  let numbers: ContiguousArray<Number>
  /// Marks nulls; empty where there are none.
  let nulls: ContiguousArray<Bool>
  /// How far the next row's number is; 0 for a constant.
  let step: Int

  /// Makes a view; `nil` where the column has another type.
  init?(_ column: Column) {
    guard let parts = Number.parts(of: column) else { return nil }
    (numbers, nulls, step) = parts
  }

  /// Whether nulls are marked.
  var hasNulls: Bool { !nulls.isEmpty }

  /// Returns the number in a row; any number where it is null.
  func number(at row: Int) -> Number { numbers[row &* step] }

  /// Whether a row is null.
  func isNull(at row: Int) -> Bool { !nulls.isEmpty && nulls[row &* step] }
}

/// Marks the types of number that columns have.
protocol ColumnNumber {
  /// The numbers, the marks of nulls and the step of a view of a column; `nil` for other types.
  static func parts(of column: Column) -> (ContiguousArray<Self>, ContiguousArray<Bool>, Int)?
}

extension Int64: ColumnNumber {
  static func parts(of column: Column) -> (ContiguousArray<Self>, ContiguousArray<Bool>, Int)? {
    switch column {
    case .integers(let numbers, let isNull): (numbers, isNull, 1)
    case .constant(.integer(let number), _): ([number], [], 0)
    case .constant(.null, _): ([0], [true], 0)
    default: nil
    }
  }
}

extension Double: ColumnNumber {
  static func parts(of column: Column) -> (ContiguousArray<Self>, ContiguousArray<Bool>, Int)? {
    switch column {
    case .floats(let numbers, let isNull): (numbers, isNull, 1)
    case .constant(.float(let number), _): ([number], [], 0)
    case .constant(.null, _): ([0], [true], 0)
    default: nil
    }
  }
}

extension NumberView<Double> {
  /// Makes a view of floats, or of integers as floats; `nil` where the column has another type.
  init?(floatsOf column: Column) {
    if let view = NumberView<Double>(column) {
      self = view
    } else if let view = NumberView<Int64>(column) {
      self.init(view)
    } else {
      return nil
    }
  }

  /// Makes a view of floats, or of integers that are the same as floats; `nil` where the column has
  /// another type or larger integers.
  init?(exactFloatsOf column: Column) {
    if let view = NumberView<Double>(column) {
      self = view
    } else if let view = NumberView<Int64>(column),
      view.numbers.allSatisfy({ $0.magnitude <= 1 << 53 })
    {
      self.init(view)
    } else {
      return nil
    }
  }

  private init(_ view: NumberView<Int64>) {
    numbers = ContiguousArray(view.numbers.lazy.map(Double.init))
    nulls = view.nulls
    step = view.step
  }
}

extension NumberView<Int64> {
  /// Makes a view of days as their numbers; `nil` where the column has another type.
  init?(daysOf column: Column) {
    switch column {
    case .dates(let days, let isNull): (numbers, nulls, step) = (days, isNull, 1)
    case .constant(.date(let date), _): (numbers, nulls, step) = ([Int64(date.dayNumber)], [], 0)
    case .constant(.null, _): (numbers, nulls, step) = ([0], [true], 0)
    default: return nil
    }
  }
}
