import ArgumentParser
import Backchannel
import GraphModel

/// Gives a query its parameters.
struct QueryParameterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A parameter; the value is JSON, else text.", valueName: "name=value")
  )
  var param: [String] = []
  @Option(
    help: ArgumentHelp("A JSON object of parameters.", valueName: "file"),
    completion: .file(extensions: ["json"])
  )
  var params: String?

  /// Returns the parameters by name; those given one by one count more.
  ///
  /// - Throws: `usage`, `fileUnreadable`, `jsonSyntax`, `wrongType`.
  func values() throws(BackchannelError) -> [String: Value] {
    var values: [String: Value] = [:]
    if let params {
      let bytes = try CaseFiles.bytes(of: params)
      let json: JSONValue
      do { json = try JSONReader.read(bytes).json } catch {
        var diagnostic = error
        diagnostic.file = params
        throw BackchannelError(diagnostic)
      }
      guard let read = Value.properties(json: json) else {
        throw BackchannelError(
          Diagnostic(
            .wrongType,
            "parameters must be a JSON object",
            file: params,
            remedy: "write {\"name\": value}"
          )
        )
      }
      values = read
    }
    for pair in param {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw BackchannelError(
          Diagnostic(.usage, "--param: '\(pair)' is no parameter", remedy: "write name=value")
        )
      }
      let text = String(parts[1])
      let json = try? JSONReader.read(text.utf8).json
      values[String(parts[0])] = json.flatMap { Value(json: $0) } ?? .string(text)
    }
    return values
  }
}
