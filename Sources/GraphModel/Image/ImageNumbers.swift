/// Reads the numbers of a column of an image, in whichever of the compact forms they are.
struct ImageNumbers: Sendable {
  /// How the numbers stand in the image.
  enum Form: Sendable {
    /// As they are.
    case words(ImageWords)
    /// Less a base.
    case narrow(ImageIndices, base: UInt64)
    /// As places in a list of 32-bit numbers.
    case coded(ImageIndices, codes: ImageIndices)
    /// Not at all: they count up from each of some places, in ascending order.
    case steps(starts: [Int], numbers: [UInt64])
  }

  /// The number of numbers.
  let count: Int
  private let form: Form

  init(_ form: Form, count: Int) {
    self.form = form
    self.count = count
  }

  /// The number at a place.
  @inline(__always)
  subscript(place: Int) -> UInt64 {
    switch form {
    case .words(let words): words[place]
    case .narrow(let numbers, let base): UInt64(numbers[place]) &+ base
    case .coded(let numbers, let codes): UInt64(codes[Int(numbers[place])])
    case .steps(let starts, let numbers): Self.number(place, starts, numbers)
    }
  }

  /// Returns what `make` makes of the numbers at some places.
  @inline(__always)
  func numbers<Number: BitwiseCopyable>(
    at places: ContiguousArray<UInt32>,
    _ make: (UInt64) -> Number
  ) -> ContiguousArray<Number> {
    switch form {
    case .words(let words): return words.numbers(at: places, make)
    case .narrow(let numbers, let base):
      return numbers.numbers(at: places) { make(UInt64($0) &+ base) }
    case .coded(let numbers, let codes):
      return codes.numbers(at: numbers.numbers(at: places)) { make(UInt64($0)) }
    case .steps(let starts, let numbers):
      var step = Step()
      return ContiguousArray(count: places.count) { row in
        let place = Int(places[row])
        // The next number mostly stands in the same step.
        if !step.places.contains(place) { step = Self.step(place, starts, numbers) }
        return make(
          step.places.contains(place)
            ? UInt64(place) &+ step.distance : Self.number(place, starts, numbers)
        )
      }
    }
  }

  /// What stands for the numbers in the image, where it is no more than another number.
  var codes: ImageIndices? {
    switch form {
    case .narrow(let numbers, _), .coded(let numbers, _): numbers
    case .words, .steps: nil
    }
  }

  /// Returns the number that one of the codes stands for.
  func word(ofCode code: UInt32) -> UInt64 {
    switch form {
    case .narrow(_, let base): UInt64(code) &+ base
    case .coded(_, let codes): UInt64(codes[Int(code)])
    case .words, .steps: 0
    }
  }

  /// The word at a place to which none was written; `nil` where there may be any.
  var blankWord: UInt64? {
    switch form {
    case .words: 0
    case .narrow(_, let base): base
    case .coded(_, let codes): UInt64(codes.count > 0 ? codes[0] : 0)
    case .steps: nil
    }
  }

  /// Some places from which numbers count up together.
  private struct Step {
    var places = 0..<0
    /// What is added to a place.
    var distance: UInt64 = 0
  }

  @inline(never)
  private static func step(_ place: Int, _ starts: [Int], _ numbers: [UInt64]) -> Step {
    let next = starts.firstIndex { $0 > place } ?? starts.count
    guard next > 0 else { return Step() }
    let start = starts[next - 1]
    return Step(
      places: start..<(next < starts.count ? starts[next] : .max),
      distance: numbers[next - 1] &- UInt64(start)
    )
  }

  /// Whether the places of a number can be told without a look at any other.
  var areSteps: Bool {
    if case .steps = form { true } else { false }
  }

  /// Calls `body` with the places of a number, of numbers that are steps, in ascending order.
  @inline(__always)
  func forEachPlace(of number: UInt64, _ body: (Int) -> Void) {
    guard case .steps(let starts, let numbers) = form else { return }
    for step in starts.indices {
      let start = starts[step]
      let end = min(step + 1 < starts.count ? starts[step + 1] : count, count)
      let distance = number &- numbers[step]
      if start < end, distance < UInt64(end - start) { body(start + Int(distance)) }
    }
  }

  private static func number(_ place: Int, _ starts: [Int], _ numbers: [UInt64]) -> UInt64 {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? numbers[low - 1] &+ UInt64(place - starts[low - 1]) : 0
  }
}
