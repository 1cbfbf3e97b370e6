import CAllocationCount
import Foundation
import GraphModel

/// Holds what the queries of one workload took.
struct Measurement {
  /// Time on the clock of each query, in microseconds.
  private(set) var walls: [Double] = []
  /// Processor time of each query, in microseconds.
  private(set) var processorTimes: [Double] = []
  /// Blocks of memory that all queries asked for.
  private(set) var allocations: UInt64 = 0

  /// Runs a query and adds what it took.
  mutating func measure<Answer>(_ query: () throws -> Answer) rethrows -> Answer {
    let count = allocation_count()
    let processor = Self.processorTime()
    let start = ContinuousClock.now
    let answer = try query()
    let wall = ContinuousClock.now - start
    processorTimes.append(Self.processorTime() - processor)
    walls.append(Double(wall.components.seconds) * 1e6 + Double(wall.components.attoseconds) / 1e12)
    allocations += allocation_count() - count
    return answer
  }

  /// The time on the clock of the query in the middle, in microseconds.
  var median: JSONValue { Self.number(Self.quantile(walls.sorted(), 0.5)) }

  /// The figures by name.
  var json: [JSONMember] {
    let walls = walls.sorted()
    let count = max(1, walls.count)
    let processor = processorTimes.reduce(0, +) / Double(count)
    return [
      JSONMember(key: "queries", value: .integer(Int64(walls.count))),
      JSONMember(key: "p50_us", value: Self.number(Self.quantile(walls, 0.5))),
      JSONMember(key: "p99_us", value: Self.number(Self.quantile(walls, 0.99))),
      JSONMember(key: "mean_us", value: Self.number(walls.reduce(0, +) / Double(count))),
      JSONMember(key: "cpu_mean_us", value: Self.number(processor)),
      JSONMember(
        key: "allocations",
        value: allocation_is_counted() == 1
          ? .integer(Int64(allocations) / Int64(count)) : .null
      ),
    ]
  }

  private static func quantile(_ sorted: [Double], _ part: Double) -> Double {
    sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
  }

  private static func number(_ value: Double) -> JSONValue { .float((value * 10).rounded() / 10) }

  private static func processorTime() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  /// The most memory that the process has had, in kilobytes; `nil` where nobody tells.
  static var peakKilobytes: Int64? { ProcessStatus().kilobytes("VmHWM") }
}

/// Holds what the system tells of the memory of this process.
struct ProcessStatus {
  private let lines: [Substring]

  init() {
    let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    lines = text?.split(separator: "\n") ?? []
  }

  /// Returns the figure of a name; `nil` where nobody tells.
  func kilobytes(_ name: String) -> Int64? {
    lines.first { $0.hasPrefix(name + ":") }.flatMap { Int64($0.filter(\.isNumber)) }
  }
}
