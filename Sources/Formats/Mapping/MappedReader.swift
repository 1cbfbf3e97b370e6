import CaseModel
import GraphModel

/// Reads a register by a mapping, row by row, into records.
public struct MappedReader: ImportReader {
  /// Rows in one piece.
  private static let pieceSize = 500

  private var rows: DelimitedReader
  private var maker: RowMaker
  private let mapping: Mapping
  /// The place of cells that the mapping makes of others.
  private static let nowhere = -1
  /// The place in the file of each column that the mapping names.
  private let places: [Int]
  private var piece: DelimitedPiece?
  private var position = 0
  private var isFirst = true

  /// The columns that nothing is made of.
  public let unusedColumns: [String]
  /// What keeps the fields apart.
  public var delimiter: UInt8 { rows.delimiter }

  /// Facts travel with what is said of them.
  public var isSelfContained: Bool { true }

  /// Reads the header and finds the columns of the mapping in it.
  ///
  /// - Parameter known: The names in the case, whose ids are used.
  /// - Throws: `missingKey` for columns that the file has not; what the reading of rows throws.
  public init(_ source: ByteSource, _ mapping: Mapping, known: KnownEntities = KnownEntities())
    throws(FormatError)
  {
    let rows = try DelimitedReader(source, mapping.table)
    var errors: [Diagnostic] = []
    let folded = rows.columns.map(WordMap.key)
    let made = Set(mapping.cells.map(\.slot))
    places = zip(mapping.columns.names, mapping.columns.positions).enumerated().map {
      slot,
      column in
      let (name, position) = column
      if made.contains(slot) { return Self.nowhere }
      if let place = rows.columns.firstIndex(of: name) ?? folded.firstIndex(of: WordMap.key(name)) {
        return place
      }
      errors.append(
        Diagnostic(
          .missingKey,
          "'\(source.file)' has no column '\(name)'",
          file: mapping.file,
          position: position,
          remedy: "columns are \(rows.columns.joined(separator: ", "))",
          candidates: NearMiss.candidates(for: name, among: rows.columns)
        )
      )
      return 0
    }
    guard errors.isEmpty else { throw FormatError(errors, sourceText: mapping.text) }
    let used = Set(places)
    unusedColumns = rows.columns.indices.filter { !used.contains($0) }.map { rows.columns[$0] }
    self.rows = rows
    self.mapping = mapping
    maker = RowMaker(mapping, known: known)
  }

  /// Returns what the next rows say.
  ///
  /// - Throws: What makes the rest of the file unreadable.
  public mutating func next() throws(FormatError) -> ImportBatch? {
    var batch = ImportBatch()
    if isFirst { batch.content.sources.append(maker.registerSource) }
    while batch.readCount < Self.pieceSize {
      if piece == nil || position >= piece?.count ?? 0 {
        // The first piece of a file with a long row may hold nothing but the header.
        repeat { piece = try rows.next() } while piece?.count == 0
        position = 0
      }
      guard let piece else { break }
      take(piece, position, into: &batch)
      position += 1
    }
    batch.byteCount = rows.source.readCount
    guard isFirst || batch.readCount > 0 else { return nil }
    isFirst = false
    return batch
  }

  private mutating func take(_ piece: DelimitedPiece, _ index: Int, into batch: inout ImportBatch) {
    batch.readCount += 1
    if let fault = piece.fault(index) {
      return reject(RowProblem(.tableSyntax, fault), piece, index, &batch)
    }
    var row = MappedRow(cells: [])
    row.number = piece.number(index)
    row.line = piece.line(index)
    row.cells.reserveCapacity(places.count)
    for (slot, place) in places.enumerated() {
      guard place != Self.nowhere else {
        row.cells.append("")
        continue
      }
      guard let text = piece.text(index, place) else {
        let problem = RowProblem(
          .notText,
          "the cell is not valid \(rows.source.encoding.rawValue)",
          remedy: "name the encoding of the file with --encoding",
          slot: slot
        )
        return reject(problem, piece, index, &batch)
      }
      let isEmpty = !mapping.emptyWords.isEmpty && mapping.emptyWords.contains(WordMap.key(text))
      row.cells.append(isEmpty ? "" : text)
    }
    guard !repeatsHeader(row) else {
      let problem = RowProblem(
        .tableSyntax,
        "the row repeats the header",
        remedy: "nothing, unless it is a row of the register"
      )
      return reject(problem, piece, index, &batch)
    }
    for cell in mapping.cells { row.cells[cell.slot] = cell.text.text(row) }
    do throws(RowProblem) {
      let isNews = try maker.take(row, raw: { piece.raw(index) }, into: &batch)
      if isNews { batch.takenCount += 1 } else { batch.mergedCount += 1 }
    } catch {
      reject(error, piece, index, &batch)
    }
  }

  /// Whether a row has nothing but the names of its columns, as where printed pages were joined.
  private func repeatsHeader(_ row: MappedRow) -> Bool {
    guard mapping.table.hasHeader, places.count(where: { $0 != Self.nowhere }) > 1 else {
      return false
    }
    return zip(places, row.cells).allSatisfy { place, cell in
      place == Self.nowhere || cell == rows.columns[place]
    }
  }

  private func reject(
    _ problem: RowProblem,
    _ piece: DelimitedPiece,
    _ index: Int,
    _ batch: inout ImportBatch
  ) {
    let column = problem.slot.flatMap { slot in
      places.indices.contains(slot) && places[slot] != Self.nowhere ? places[slot] : nil
    }
    let name = column.map { " in column '\(rows.columns[$0])'" } ?? ""
    let diagnostic = Diagnostic(
      problem.code,
      problem.message + name,
      file: rows.source.file,
      position: piece.position(index, column: column),
      remedy: problem.remedy ?? "put the row right"
    )
    batch.rejections.append(Rejection(diagnostic, text: piece.raw(index)))
  }
}
