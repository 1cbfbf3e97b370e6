extension ImageColumn {
  /// Returns the form that the values of all these elements have; `mixed` where they differ.
  public func form(of elements: ContiguousArray<UInt32>) -> ImageFormat.Form {
    guard form == .mixed else { return form }
    let (places, isMissing) = places(of: elements)
    let found = tags.numbers(at: places)
    var common: UInt32 = 0
    // A place without a value has no tag.
    for row in found.indices where found[row] != 0 && (isMissing.isEmpty || !isMissing[row]) {
      if common == 0 { common = found[row] }
      guard found[row] == common else { return .mixed }
    }
    return ImageFormat.Form(rawValue: common) ?? .mixed
  }

  /// Returns the integers of elements, or the numbers of their days, and 0 with a mark where there is
  /// none; for columns of integers and of dates.
  public func integers(of elements: ContiguousArray<UInt32>)
    -> (numbers: ContiguousArray<Int64>, isNull: ContiguousArray<Bool>)
  {
    values(of: elements) { Int64(bitPattern: $0) }
  }

  /// Returns the floats of elements, and 0 with a mark where there is none; for float columns.
  public func floats(of elements: ContiguousArray<UInt32>)
    -> (numbers: ContiguousArray<Double>, isNull: ContiguousArray<Bool>)
  {
    values(of: elements) { Double(bitPattern: $0) }
  }

  /// Returns the numbers that the texts of elements have in `texts`, and `UInt32.max` where there is
  /// none; for columns of text.
  public func textCodes(of elements: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    var (codes, isNull) = values(of: elements) { UInt32(truncatingIfNeeded: $0) }
    if !isNull.isEmpty {
      for row in codes.indices where isNull[row] { codes[row] = .max }
    }
    return codes
  }

  /// The texts of a column of text.
  public var texts: ImageText { dictionary }

  /// Returns the values of elements.
  public func values(of elements: ContiguousArray<UInt32>) -> ContiguousArray<Value> {
    ContiguousArray(elements.lazy.map(value))
  }

  /// Returns what `make` makes of the words of elements, and of 0 with a mark where there is none.
  @inline(__always)
  private func values<Number: BitwiseCopyable>(
    of elements: ContiguousArray<UInt32>,
    _ make: (UInt64) -> Number
  ) -> (numbers: ContiguousArray<Number>, isNull: ContiguousArray<Bool>) {
    let (places, isMissing) = places(of: elements)
    guard presence == nil, isMissing.isEmpty else {
      let (words, isNull) = words(of: elements, places, isMissing)
      return (words.converted(make), isNull)
    }
    return (numbers.numbers(at: places, make), [])
  }

  /// Returns the words of elements at some places, and 0 with a mark where there is none.
  private func words(
    of elements: ContiguousArray<UInt32>,
    _ places: ContiguousArray<UInt32>,
    _ isMissing: ContiguousArray<Bool>
  ) -> (words: ContiguousArray<UInt64>, isNull: ContiguousArray<Bool>) {
    var isNull = isMissing
    var words = numbers.numbers(at: places) { $0 }
    if presence != nil {
      // Where another word stands than nothing would have left, there is a value.
      let blank = numbers.blankWord
      for row in words.indices where blank == nil || words[row] == blank {
        guard place(of: elements[row]) == nil else { continue }
        if isNull.isEmpty { isNull = ContiguousArray(repeating: false, count: words.count) }
        isNull[row] = true
      }
    }
    if !isNull.isEmpty {
      for row in words.indices where isNull[row] { words[row] = 0 }
    }
    return (words, isNull)
  }

  /// Returns the places of elements, and 0 with a mark where there is none; of a dense column also
  /// those of elements without a value.
  private func places(of elements: ContiguousArray<UInt32>)
    -> (places: ContiguousArray<UInt32>, isMissing: ContiguousArray<Bool>)
  {
    let count = UInt32(clamping: numbers.count)
    if self.elements == nil, elements.areAll(below: count) { return (elements, []) }
    if let list = self.elements,
      let ranks = ranks.ranks(of: list, searches: elements.count)
    {
      return Self.places(of: elements) { ranks.place(of: $0) }
    }
    return Self.places(of: elements, placeOfAny)
  }

  @inline(__always)
  private static func places(
    of elements: ContiguousArray<UInt32>,
    _ place: (UInt32) -> Int?
  ) -> (places: ContiguousArray<UInt32>, isMissing: ContiguousArray<Bool>) {
    var places = elements
    var isMissing: ContiguousArray<Bool> = []
    var known: (element: UInt32, place: Int?) = (.max, nil)
    for row in elements.indices {
      // Rows that follow each other often have the same element.
      if elements[row] != known.element || row == 0 {
        known = (elements[row], place(elements[row]))
      }
      places[row] = UInt32(truncatingIfNeeded: known.place ?? 0)
      guard known.place == nil else { continue }
      if isMissing.isEmpty { isMissing = ContiguousArray(repeating: false, count: elements.count) }
      isMissing[row] = true
    }
    return (places, isMissing)
  }

  /// Returns the place of an element, of a dense column also one without a value.
  private func placeOfAny(_ element: UInt32) -> Int? {
    if let elements { return elements.place(of: element) }
    return Int(element) < numbers.count ? Int(element) : nil
  }
}

extension ContiguousArray<UInt32> {
  /// Whether all numbers are less than a bound; without a branch, so that several are compared at
  /// once.
  fileprivate func areAll(below bound: UInt32) -> Bool {
    unsafe withUnsafeBufferPointer { numbers in
      var areAll = true
      for index in 0..<numbers.count { areAll = unsafe numbers[index] < bound && areAll }
      return areAll
    }
  }
}

extension ContiguousArray<UInt64> {
  @inline(__always)
  fileprivate func converted<Number: BitwiseCopyable>(_ make: (UInt64) -> Number)
    -> ContiguousArray<Number>
  {
    unsafe withUnsafeBufferPointer { words in
      ContiguousArray<Number>(count: words.count) { unsafe make(words[$0]) }
    }
  }
}
