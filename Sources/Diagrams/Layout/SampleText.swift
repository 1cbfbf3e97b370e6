/// A drawing of one node whose label has the fonts of most drawings.
///
/// To find and open a font takes milliseconds for each size and cut. Whoever lays this out first,
/// while a drawing is still being described, has them when they are wanted; a wrong guess costs
/// time and changes nothing.
enum SampleText {
  /// What stands around a text, by its size.
  private static let fonts: [(size: Int, start: String, end: String)] =
    [9, 10, 11].map { ($0, "", "") }
    + [9, 12, 13, 16, 20].map { ($0, "<B>", "</B>") }
    + [11, 12].map { ($0, "<I>", "</I>") }

  /// The DOT text.
  static var dot: String {
    let families = FontList.sans.families.joined(separator: ",")
    let runs = fonts.map { font in
      #"<FONT POINT-SIZE="\#(font.size)">\#(font.start)a ●◐◉\#(font.end)</FONT>"#
    }
    return #"graph { a [fontname="\#(families)", label=<\#(runs.joined())>] }"#
  }
}
