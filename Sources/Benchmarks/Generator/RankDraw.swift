import Foundation

/// Draws ranks of which the first are the likeliest: the weight of a rank is
/// (rank + shift) ^ -exponent.
struct RankDraw {
  private let sums: [Double]

  init(count: Int, exponent: Double, shift: Double) {
    var sum = 0.0
    sums = (0..<count).map { rank in
      sum += pow(Double(rank) + shift, -exponent)
      return sum
    }
  }

  /// Returns a rank, from 0.
  func draw(_ random: inout SplitMix) -> Int {
    let wanted = Double(random.below(1 << 40)) / Double(1 << 40) * (sums.last ?? 0)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
