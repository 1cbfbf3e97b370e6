import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks the arguments in whose place only certain words may stand.
  func checkWords(_ signature: any SignatureChecking, _ arguments: [Expression]) {
    for (parameter, argument) in zip(signature.parameters, arguments) {
      guard let words = parameter.words else { continue }
      let listed = words.map { "'\($0)'" }.joined(separator: " or ")
      guard case .literal(.string(let word)) = argument.withoutParentheses.kind else {
        report(
          .invalidArgumentType,
          "\(signature.name)() takes a word that stands in the query itself for"
            + " '\(parameter.name)'",
          at: argument.range,
          remedy: "write \(listed)"
        )
        continue
      }
      guard !words.contains(word) else { continue }
      report(
        .invalidArgumentValue,
        "\(signature.name)() knows no '\(word)'",
        at: argument.range,
        remedy: "write \(listed), or nothing",
        candidates: NearMiss.candidates(for: word, among: words)
      )
    }
  }
}
