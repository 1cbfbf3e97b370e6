import GRDB
import GraphModel
import Synchronization

extension CaseStore {
  /// Returns the graph from one snapshot, by way of the index beside the case where that pays.
  ///
  /// An index that is missing, damaged, of another case or another version, or too far behind is
  /// built anew first, where the folder may be written; without one the whole case is read. An
  /// index never contains what its snapshot did not.
  ///
  /// Complexity: linear in the changes since the index was built; else in the size of the case.
  ///
  /// - Parameter report: Called now and then, while an index is built, with the number of elements
  ///   read so far and about that of all.
  /// - Throws: `caseDamaged` when an element cannot be read.
  public func graphSource(
    _ policy: IndexPolicy = IndexPolicy(),
    report: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StorageError) -> GraphSource {
    let source = try read { db in
      let finder = IndexSource(database: db, policy: policy)
      return try currentImage(db, finder, report).map(finder.source) ?? finder.whole()
    }
    if let image = source.image { index.withLock { $0 = image } }
    return source
  }

  private func currentImage(
    _ db: Database,
    _ finder: IndexSource,
    _ report: (Int, Int) -> Void
  ) throws -> GraphImage? {
    guard let path else { return nil }
    let file = IndexFile(casePath: path)
    let known = index.withLock { $0 }
    var image = try (known ?? file.open()).flatMap { try finder.isValid($0) ? $0 : nil }
    if image == nil, known != nil {
      image = try file.open().flatMap { try finder.isValid($0) ? $0 : nil }
    }
    if let image, try !finder.isStale(image) { return image }
    let pays = try file.exists || finder.elementCount() >= finder.policy.minimumElements
    guard pays else { return image }
    return try Self.buildIfPossible(path, db, finder, report) ?? image
  }

  /// Builds the index anew, whatever there is.
  ///
  /// - Throws: `fileUnwritable`; `caseDamaged` when an element cannot be read; `usage` for a case in
  ///   memory.
  public func rebuildIndex() throws(StorageError) {
    guard let path else { throw StorageError(.usage, "a case in memory has no index") }
    index.withLock { $0 = nil }
    try read { db in try IndexBuilder.build(casePath: path, db) }
  }

  /// Removes the index, which is built anew when it is needed.
  ///
  /// - Throws: `fileUnwritable`.
  public func dropIndex() throws(StorageError) {
    index.withLock { $0 = nil }
    if let path { try IndexFile(casePath: path).remove() }
  }

  /// Checks every byte of the index.
  ///
  /// - Returns: `nil` where there is no index.
  /// - Throws: What reading the case throws.
  public func indexState() throws(StorageError) -> IndexState? {
    guard let file = path.map(IndexFile.init(casePath:)), file.exists else { return nil }
    guard let image = file.open(), image.verify() else {
      return IndexState(path: file.path, isUsable: false)
    }
    return try read { db in
      IndexState(
        path: file.path,
        isUsable: try IndexSource(database: db, policy: IndexPolicy()).isValid(image),
        logPosition: image.stamp.logPosition,
        nodeCount: image.nodeCount,
        relationshipCount: image.relationshipCount
      )
    }
  }

  /// Returns `nil` where the folder may not be written, or the index would be too large.
  private static func buildIfPossible(
    _ path: String,
    _ db: Database,
    _ finder: IndexSource,
    _ report: (Int, Int) -> Void
  ) throws -> GraphImage? {
    let total = try finder.elementCount()
    do { try IndexBuilder.build(casePath: path, db) { report($0, total) } } catch let error
      as StorageError
      where [.fileUnwritable, .tooLarge].contains(error.diagnostic.code)
    { return nil }
    return try IndexFile(casePath: path).open().flatMap { try finder.isValid($0) ? $0 : nil }
  }
}

/// Describes the index beside a case.
public struct IndexState: Hashable, Sendable {
  /// The file.
  public let path: String
  /// Whether it is whole and belongs to the case.
  public let isUsable: Bool
  /// The last log entry that it contains.
  public var logPosition: Int64 = 0
  /// The number of nodes in it.
  public var nodeCount = 0
  /// The number of relationships in it.
  public var relationshipCount = 0
}
