import ArgumentParser
import Backchannel
import CaseModel
import CaseStore
import Formats
import Foundation
import GraphModel

/// Imports the records of files for the verb `import`, and tells what became of every unit.
struct RecordImportRun {
  let caseOptions: StoredCaseOptions
  let author: LogAuthor
  let isDryRun: Bool
  let keepsGoing: Bool
  /// The file for what is not taken; beside the imported one where none is named.
  let rejects: String?
  let encoding: TextEncoding?

  /// Imports a register by a mapping.
  func run(_ path: String, by mapping: Mapping) throws {
    let opened = try open(mapping)
    let known = try Self.withIndexBar { report in try opened.knownRecords(report: report) }
    let source = try Self.source(path, encoding ?? mapping.encoding)
    let reader: MappedReader
    do throws(FormatError) { reader = try MappedReader(source, mapping, known: known) } catch {
      throw BackchannelError(error)
    }
    try run(reader, source, into: opened) { console in
      let delimiter = DelimitedFormat.word(for: reader.delimiter)
      console.note("\(source.file): \(Self.title(of: source)), \(delimiter) between fields.")
      guard !reader.unusedColumns.isEmpty else { return }
      console.note("Columns not used: \(reader.unusedColumns.joined(separator: ", ")).")
    }
  }

  /// Imports a file in a format of records.
  func run(_ path: String, in format: Format) throws {
    guard let makeReader = format.makeReader else { return }
    let source = try Self.source(path, encoding)
    let reader: any ImportReader
    do throws(FormatError) { reader = try makeReader(source) } catch {
      throw BackchannelError(error)
    }
    try run(reader, source, into: try caseOptions.open(.readWrite)) { console in
      console.note("\(source.file): \(format.title).")
    }
  }

  /// Opens the case; a new one begins with the register where the mapping says what to call it.
  private func open(_ mapping: Mapping) throws -> Case {
    let path = StoredCaseOptions.path(caseOptions.path)
    guard let info = mapping.caseInfo, !FileManager.default.fileExists(atPath: path) else {
      return try caseOptions.open(.readWrite)
    }
    let content = CaseContent(info: info)
    return isDryRun
      ? try Case.inMemory(content) : try Case.create(path, content: content, author: author)
  }

  private static func source(_ path: String, _ encoding: TextEncoding?) throws(BackchannelError)
    -> ByteSource
  {
    do { return try ByteSource(path: path, encoding: encoding) } catch {
      throw BackchannelError(error)
    }
  }

  private static func title(of source: ByteSource) -> String {
    source.encoding.rawValue.uppercased() + (source.isPacked ? ", packed with gzip" : "")
  }

  private func run(
    _ reader: any ImportReader,
    _ source: ByteSource,
    into opened: Case,
    introduce: (Console) -> Void
  ) throws {
    let file = RejectsFile(
      rejects ?? (source.file == "standard input" ? "standard-input" : source.file) + ".rejects.csv"
    )
    let writesRejects = rejects != nil || !isDryRun
    let bar = ProgressBar()
    defer { bar.clear() }
    let outcome = try opened.importRecords(
      reader,
      byteCount: source.byteCount,
      author: author,
      isDryRun: isDryRun,
      keepsGoing: keepsGoing,
      reject: { rejection throws(BackchannelError) in
        if writesRejects { try file.add(rejection) }
      },
      report: { outcome in
        guard let total = source.byteCount else { return }
        let rest = outcome.byteCount < total ? "" : ", writing"
        bar.show(done: outcome.byteCount, of: total, what: "\(outcome.readCount) read\(rest)")
      }
    )
    bar.clear()
    let hasRejects = try file.finish()
    introduce(Console.current)
    tell(outcome, rejects: hasRejects ? file.path : nil)
    if outcome.isMany, outcome.entry != nil, !isDryRun {
      try Self.withIndexBar { report in try opened.prepareIndex(report: report) }
    }
    if outcome.readCount > 0, outcome.rejectedCount == outcome.readCount { throw ExitCode(1) }
  }

  /// Shows how far the index has come while it is built.
  private static func withIndexBar<Result>(
    _ body: ((_ done: Int, _ total: Int) -> Void) throws -> Result
  ) rethrows -> Result {
    let bar = ProgressBar()
    defer { bar.clear() }
    return try body { done, total in
      bar.show(done: done, of: total, what: "\(done) elements indexed", isBytes: false)
    }
  }

  private func tell(_ outcome: RecordsOutcome, rejects: String?) {
    let console = Console.current
    console.note(
      "\(outcome.readCount) read = \(outcome.takenCount) taken + \(outcome.mergedCount) merged + "
        + "\(outcome.rejectedCount) rejected"
    )
    let reasons = outcome.reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (reason, count) in reasons.prefix(20) { console.note("  \(count)  \(reason)") }
    if reasons.count > 20 { console.note("  and \(reasons.count - 20) further reasons") }
    if outcome.undatedCount > 0 {
      console.note(
        "\(counted(outcome.undatedCount, "row")) with words that are no date: they stand in a note."
      )
    }
    if let rejects { console.note("Rejected rows, with line and reason: \(rejects)") }
    if let breakOff = outcome.breakOff {
      console.note("The file breaks off: \(breakOff.message). What came before it was kept.")
    }
    console.note(
      "\(counted(outcome.addedCount, "element")) \(isDryRun ? "would be" : "were") added, "
        + "\(outcome.changedCount) changed, \(outcome.sameCount) the same already."
    )
    console.tell(outcome.entry, isDryRun: isDryRun)
  }
}
