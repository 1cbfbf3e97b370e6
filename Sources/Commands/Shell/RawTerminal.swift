import Foundation

/// Takes the terminal out of line mode, so that every key arrives at once, and puts it back.
final class RawTerminal {
  private var original = termios()

  /// Fails where standard input is no terminal.
  init?() {
    guard isatty(STDIN_FILENO) == 1, unsafe tcgetattr(STDIN_FILENO, &original) == 0 else {
      return nil
    }
    enter()
  }

  /// Takes the terminal out of line mode.
  func enter() {
    var raw = original
    raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
  }

  deinit { restore() }

  /// Puts the terminal back into line mode.
  func restore() { _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &original) }

  /// Returns the next byte; `nil` at the end of the input.
  func readByte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(STDIN_FILENO, &byte, 1)
      if count == 1 { return byte }
      if count < 0, errno == EINTR { continue }
      return nil
    }
  }
}
