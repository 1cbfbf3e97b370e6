/// Replaces the typographic signs of reports by ASCII; letters of names stay as they are.
enum ASCIIText {
  private static let replacements: [Character: String] = [
    "–": "-", "—": "-", "−": "-", "…": "...", "“": "\"", "”": "\"", "‘": "'", "’": "'", "·": ".",
    "█": "#", "▒": "=", "◀": "<", "▶": ">", "→": "->",
  ]

  static func text(_ text: String) -> String {
    guard text.contains(where: { replacements[$0] != nil }) else { return text }
    return text.map { replacements[$0] ?? String($0) }.joined()
  }
}
