import Diagrams

extension LayoutIsolation {
  /// Gets ready for a layout in `format`, if any, while a case is read.
  static func early(_ format: LayoutFormat?) -> LayoutIsolation {
    guard let format, Console.current.laysOut else { return .childProcess() }
    return .reserved(EarlyLayout.take(format) ?? LayoutReserve(format: format))
  }
}
