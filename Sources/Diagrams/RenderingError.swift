/// Says why a diagram could not be laid out or rendered.
public struct RenderingError: Error, Sendable, Hashable, Codable {
  /// Names a family of failures; stable, so match on it and not on the message.
  public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
    /// An engine, format or limit that does not exist.
    case invalidRequest
    /// More DOT text than the limit allows.
    case inputTooLarge
    /// A larger drawing than the limit allows.
    case outputTooLarge
    /// A text that is not a DOT document.
    case invalidDOT
    /// The Graphviz library lacks its plugins or their register.
    case runtimeIncomplete
    /// An error of the Graphviz library about a readable document.
    case graphvizFailed
    /// Layout took longer than the limit, on the clock or on the processor.
    case timeLimit
    /// Layout needed more memory than the limit.
    case memoryLimit
    /// The layout process ended by a signal.
    case crashed
    /// The layout process could not be started.
    case childUnavailable
    /// The layout process ended without a result or a reason.
    case childFailed
  }

  /// The family of the failure.
  public let code: Code
  /// What went wrong, as one sentence.
  public let message: String
  /// How to put it right, as one sentence.
  public let remedy: String
  /// The words of the library or the system, if there are any.
  public let detail: String?

  /// Creates an error.
  public init(code: Code, message: String, remedy: String, detail: String? = nil) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.detail = detail
  }
}
