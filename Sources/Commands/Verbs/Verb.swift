import ArgumentParser

/// A command by the word that calls it.
///
/// The word stands outside the configuration, which is made when it is first asked for, with all of its
/// help: to find one verb takes no other.
protocol Verb: ParsableCommand {
  static var verb: String { get }
}
