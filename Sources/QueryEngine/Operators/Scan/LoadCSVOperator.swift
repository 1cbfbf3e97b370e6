import GraphModel

/// Makes a row of each line of a table.
///
/// ```
/// for row in child:
///   for record in table(row): emit row + record       (a list; with headers a map)
/// ```
final class LoadCSVOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let plan: LogicalPlan.LoadCSV
  private let source: any ExpressionEvaluator
  private var input = DataChunk(slotCount: 0, count: 0)
  private var sources = Column.values([])
  private var row = 0
  private var table: Table?
  private var queue = ChunkQueue()

  /// Holds a table that is being read.
  private struct Table {
    let file: LoadableFile
    var reader: CSVReader
    var headers: [String]?
    var isFinished = false
  }

  init(
    _ child: any PhysicalOperator,
    _ plan: LogicalPlan.LoadCSV,
    source: any ExpressionEvaluator
  ) {
    self.child = child
    self.plan = plan
    self.source = source
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    input = DataChunk(slotCount: 0, count: 0)
    row = 0
    table = nil
    queue = ChunkQueue()
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      try context.check()
      if let chunk = queue.popFirst() { return chunk }
      if table != nil {
        try readPiece()
      } else if row < input.count {
        try openTable(sources.value(at: row), context)
      } else {
        guard let chunk = try child.next(context) else { return nil }
        input = chunk
        sources = try source.evaluate(chunk, context)
        row = 0
      }
    }
  }

  private func openTable(_ value: Value, _ context: ExecutionContext) throws(QueryError) {
    guard case .string(let address) = value else { throw .wrongType("the name of a file", value) }
    table = Table(
      file: try LoadableFile(address, folder: context.loadFolder),
      reader: CSVReader(terminator: plan.fieldTerminator)
    )
  }

  private func readPiece() throws(QueryError) {
    guard var current = table.take() else { return }
    let bytes = try current.file.read()
    if bytes.isEmpty {
      try current.reader.finish()
      current.isFinished = true
    } else {
      current.reader.read(bytes)
    }
    var records = current.reader.takeRecords()[...]
    if plan.hasHeaders, current.headers == nil, let first = records.popFirst() {
      current.headers = first.map { $0.stringValue ?? "" }
    }
    let values = records.map { Self.value($0, current.headers) }
    var chunk = input.gathered(ContiguousArray(repeating: Int32(row), count: values.count))
    chunk.fill(plan.variable, with: .values(ContiguousArray(values)))
    queue.append(chunk)
    if current.isFinished { row += 1 } else { table = current }
  }

  private static func value(_ record: [Value], _ headers: [String]?) -> Value {
    guard let headers else { return .list(record) }
    var map: Properties = [:]
    for (index, header) in headers.enumerated() {
      map[header] = index < record.count ? record[index] : .null
    }
    return .map(map)
  }
}
