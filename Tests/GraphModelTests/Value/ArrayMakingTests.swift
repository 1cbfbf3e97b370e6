import Testing

@testable import GraphModel

@Suite("Arrays made of computed elements")
struct ArrayMakingTests {
  @Test(
    "They hold each element, few or many",
    arguments: [0, 1, 2, 127, 128, 129, 256, 257, 5_000]
  )
  func elements(count: Int) {
    #expect(
      ContiguousArray<Int64>(count: count) { Int64($0) * 3 }
        == ContiguousArray((0..<count).map { Int64($0) * 3 })
    )
    #expect(
      ContiguousArray<UInt32>(count: count) { UInt32($0) } == ContiguousArray(0..<UInt32(count))
    )
    let even = unsafe ContiguousArray<Int32>(capacity: count) { buffer in
      var kept = 0
      for number in 0..<count where number % 2 == 0 {
        unsafe buffer.initializeElement(at: kept, to: Int32(number))
        kept += 1
      }
      return kept
    }
    #expect(even == ContiguousArray((0..<Int32(count)).filter { $0 % 2 == 0 }))
  }
}
