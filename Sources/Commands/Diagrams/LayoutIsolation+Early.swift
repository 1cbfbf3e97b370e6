import Diagrams

extension LayoutIsolation {
  /// Gets ready for a layout of a kind, if any, while a case is read.
  static func early(_ kind: EarlyLayout.Kind?) -> LayoutIsolation {
    guard let kind, Console.current.isProgram else { return .childProcess() }
    return .reserved(
      EarlyLayout.take(kind) ?? LayoutReserve(engine: kind.engine, format: kind.format)
    )
  }
}
