import GraphModel

/// Makes an index out of the rows of a case, tables of them at a time.
///
/// Belongs to one thread at a time.
final class IndexRows {
  /// Gone when the index is finished.
  var builder: IndexBuilder?
  /// The nodes so far, by their row numbers.
  var nodes = NodeRows()
  private var words: WordNumbers

  /// - Parameter word: Returns the text of a word.
  init(
    _ builder: consuming IndexBuilder,
    word: @escaping (Int64) throws(StorageError) -> String?
  ) {
    self.builder = consume builder
    words = WordNumbers(text: word)
  }

  /// How many elements there are so far.
  var elementCount: Int { (builder?.nodeCount ?? 0) + (builder?.relationshipCount ?? 0) }

  /// Adds nodes whose row numbers follow one another; returns whether all could be read.
  func addNodes(
    _ rows: borrowing RowColumns,
    of shape: Shape,
    _ bytes: Span<UInt8>,
    labels: [String],
    prefix: String,
    _ keys: [IndexBuilder.KeyRun],
    firstID: Int64
  ) throws(StorageError) -> Bool {
    nodes.append(firstID, count: rows.count)
    return try builder?.addNodes(
      rows,
      of: shape,
      bytes,
      labels: labels,
      prefix: prefix,
      keys,
      &words
    ) ?? true
  }

  /// Adds relationships whose row numbers follow one another; returns whether all could be read.
  func addRelationships(
    _ rows: borrowing RowColumns,
    of shape: Shape,
    _ bytes: Span<UInt8>,
    prefix: String,
    firstNumber: Int64,
    ends: (sources: ContiguousArray<UInt32>, targets: ContiguousArray<UInt32>)
  ) throws(StorageError) -> Bool {
    try builder?.addRelationships(
      rows,
      of: shape,
      bytes,
      prefix: prefix,
      firstNumber: firstNumber,
      ends: ends,
      &words
    ) ?? true
  }

  /// Writes the index and puts it in its place.
  func finish(_ stamp: ImageStamp) throws(StorageError) {
    guard let builder = builder.take() else { return }
    try builder.finish(stamp)
  }
}
