extension Procedure {
  /// Makes a procedure that gives no rows of its signature, `nil` where the text is none.
  ///
  /// `name(a :: TYPE, …) :: (b :: TYPE, …)`; a type that is not known means any.
  public init?(signature: String) {
    guard let open = signature.firstIndex(of: "("), let close = signature.firstIndex(of: ")"),
      open < close, let second = signature[close...].firstIndex(of: "("),
      let last = signature.lastIndex(of: ")"), second < last
    else { return nil }
    self.init(
      name: signature[..<open].filter { !$0.isWhitespace },
      inputs: Self.fields(signature[open..<close].dropFirst()),
      outputs: Self.fields(signature[second..<last].dropFirst()),
      call: { _ in [] }
    )
  }

  private static func fields(_ text: Substring) -> [Field] {
    text.split(separator: ",").compactMap { field -> Field? in
      let parts = field.split(separator: "::").map { part in
        part.split { $0.isWhitespace }.joined(separator: " ")
      }
      guard parts.count == 2 else { return nil }
      return Field(name: parts[0], type: type(parts[1]))
    }
  }

  private static func type(_ name: String) -> StaticType {
    let bare = name.filter { $0 != "?" }.uppercased()
    let type: StaticType =
      switch bare {
      case "STRING": .string
      case "INTEGER": .integer
      case "FLOAT": .float
      case "NUMBER": .number
      case "BOOLEAN": .boolean
      case "MAP": .map
      case "NODE": .node
      case "RELATIONSHIP": .relationship
      case "PATH": .path
      default: bare.hasPrefix("LIST") ? .list : .any
      }
    return type.nullable
  }
}
