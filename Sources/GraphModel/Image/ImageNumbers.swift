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

  private static func number(_ place: Int, _ starts: [Int], _ numbers: [UInt64]) -> UInt64 {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? numbers[low - 1] &+ UInt64(place - starts[low - 1]) : 0
  }
}
