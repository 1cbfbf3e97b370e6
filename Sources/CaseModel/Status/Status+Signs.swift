extension Status {
  /// The sign that stands for this status in terminals and diagrams, one column wide.
  public var sign: String {
    switch self {
    case .confirmed: "●"
    case .corroborated: "◉"
    case .reported: "◐"
    case .unconfirmed: "○"
    case .disputed: "✗"
    case .denied: "⊘"
    case .open: "?"
    }
  }

  /// The sign in ASCII, in brackets; that of `corroborated` tells the number of origins.
  public func asciiSign(origins: Int) -> String {
    switch self {
    case .confirmed: "[C]"
    case .corroborated: "[R\(max(2, origins))]"
    case .reported: "[R]"
    case .unconfirmed: "[U]"
    case .disputed: "[!]"
    case .denied: "[D]"
    case .open: "[?]"
    }
  }
}
