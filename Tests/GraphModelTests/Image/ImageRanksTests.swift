import Testing

@testable import GraphModel

@Suite("Places in an ascending list")
struct ImageRanksTests {
  private func ranks(_ numbers: [UInt32]) -> ImageRanks? {
    ImageRanks(count: numbers.count) { numbers[$0] }
  }

  @Test(
    "Every number of a list is found at its place, and no other",
    arguments: [
      [7], [0, 1, 2, 3], [63, 64, 65], [5, 70, 127, 128, 129, 300], Array(1_000..<1_300),
      [.max - 70, .max - 1, .max],
    ]
  )
  func places(numbers: [UInt32]) throws {
    let found = try #require(ranks(numbers))
    let first = numbers[0] - min(numbers[0], 70)
    let last = numbers[numbers.count - 1]
    for number in first...(last + min(.max - last, 70)) {
      #expect(found.place(of: number) == numbers.firstIndex(of: number))
    }
  }

  @Test(
    "A list that does not ascend, has nothing or lies far apart has no ranks",
    arguments: [[], [3, 3], [5, 4, 9], [9, 2], [0, 5_000]]
  )
  func refused(numbers: [UInt32]) { #expect(ranks(numbers) == nil) }
}
