import Commands

/// The program; everything it does is in `Commands`, where it can be tested without a process.
@main
enum Main {
  static func main() {
    CommandLineProgram.run()
  }
}
