extension Workload {
  /// The algorithms on the whole graph: w9.
  static let algorithms: [Workload] = []
}
