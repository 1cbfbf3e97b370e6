import CaseModel

extension Report.Mark {
  /// The sign that is printed.
  func sign(isASCII: Bool) -> String {
    switch self {
    case .status(let status?, let origins):
      isASCII ? status.asciiSign(origins: origins) : status.sign
    case .status(nil, _): isASCII ? "[ ]" : "·"
    case .conflict: isASCII ? "[#]" : "≠"
    case .added: "+"
    case .stronger: isASCII ? "^" : "↑"
    case .weaker: isASCII ? "v" : "↓"
    case .withdrawn: "-"
    }
  }

  /// The word for programs.
  var word: String {
    switch self {
    case .status(let status, _): status?.rawValue ?? "unsourced"
    case .conflict: "conflict"
    case .added: "added"
    case .stronger: "stronger"
    case .weaker: "weaker"
    case .withdrawn: "withdrawn"
    }
  }

  /// The colour, which repeats what the sign says.
  var color: TerminalStyle {
    switch self {
    case .status(.confirmed?, _), .added, .stronger: .green
    case .status(.corroborated?, _), .status(.reported?, _): .cyan
    case .status(.unconfirmed?, _), .status(.open?, _), .weaker: .yellow
    case .status(.disputed?, _), .status(.denied?, _), .conflict, .withdrawn: .red
    case .status(nil, _): .dim
    }
  }
}

/// Lists the styles of text that are used, by their ANSI codes.
enum TerminalStyle: Int {
  case bold = 1
  case dim = 2
  case red = 31
  case green = 32
  case yellow = 33
  case cyan = 36
}
