public import Formats

extension MappingLibrary {
  /// Returns the name of the mapping that comes with the program and takes most rows of a register,
  /// with the columns of both being the same; `nil` where there is none.
  public static func fitting(_ sample: RegisterSample) -> String? {
    names.first { name in
      guard let mapping = try? mapping(named: name),
        mapping.table.hasHeader == sample.table.hasHeader,
        mapping.table.hasHeader || mapping.table.columns.count == sample.columns.count,
        var reader = try? MappedReader(sample.makeSource(), mapping),
        let batch = try? reader.next()
      else { return false }
      return batch.readCount > 0 && batch.rejections.count * 5 <= batch.readCount
    }
  }
}
