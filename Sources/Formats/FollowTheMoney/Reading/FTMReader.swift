import CaseModel
import GraphModel

/// Reads entities of FollowTheMoney: an export of ours as the case that it was, any other as what it
/// says of people, agencies, posts and events.
///
/// An export of ours has the case itself among its first entities; it is held whole, since claims
/// and posts are several entities each. Of other files only what still waits for another entity is.
struct FTMReader<Source: FTMSource>: ImportReader {
  /// The case itself must be among this many entities.
  private let sniffLimit = 5_000
  private let pieceSize = 500
  private var source: Source
  private let file: String
  private var foreign: FTMForeignConverter?
  private var waiting: [FTMUnit] = []
  private var isDone = false

  init(_ source: Source, file: String) {
    self.source = source
    self.file = file
  }

  mutating func next() throws(FormatError) -> ImportBatch? {
    guard !isDone else { return nil }
    if foreign == nil { return try begin() }
    var batch = ImportBatch()
    var count = 0
    while count < pieceSize {
      guard let reading = try source.next() else {
        isDone = true
        foreign?.finish(&batch)
        break
      }
      count += 1
      take(reading, &batch)
    }
    batch.byteCount = source.byteCount
    return batch
  }

  /// Reads as far as it takes to know whose export it is.
  private mutating func begin() throws(FormatError) -> ImportBatch {
    var batch = ImportBatch()
    while waiting.count < sniffLimit, let reading = try source.next() {
      switch reading {
      case .unit(let unit): waiting.append(unit)
      case .rejected(let rejections): reject(rejections, &batch)
      }
      guard waiting.last?.isHeader == true else { continue }
      return try finishOwn(&batch)
    }
    var converter = FTMForeignConverter(file: file)
    for unit in waiting { converter.take(unit, &batch) }
    if waiting.count < sniffLimit {
      isDone = true
      converter.finish(&batch)
    }
    waiting = []
    foreign = converter
    batch.byteCount = source.byteCount
    return batch
  }

  private mutating func finishOwn(_ batch: inout ImportBatch) throws(FormatError) -> ImportBatch {
    while let reading = try source.next() {
      switch reading {
      case .unit(let unit): waiting.append(unit)
      case .rejected(let rejections): reject(rejections, &batch)
      }
    }
    isDone = true
    var converter = FTMOwnConverter(waiting, file: file)
    converter.convert(&batch)
    batch.byteCount = source.byteCount
    return batch
  }

  private mutating func take(_ reading: FTMReading, _ batch: inout ImportBatch) {
    switch reading {
    case .unit(let unit): foreign?.take(unit, &batch)
    case .rejected(let rejections): reject(rejections, &batch)
    }
  }

  private func reject(_ rejections: [Rejection], _ batch: inout ImportBatch) {
    batch.readCount += rejections.count
    batch.rejections += rejections
  }
}

extension FTMUnit {
  /// Whether this is the case itself.
  fileprivate var isHeader: Bool {
    entity.schema == "Note" && entity["keywords"].contains(FTMWord.header)
  }
}
