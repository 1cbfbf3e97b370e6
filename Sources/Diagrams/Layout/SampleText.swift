/// A drawing of one node whose label has the fonts of most drawings.
///
/// To find and open a font takes milliseconds for each size and cut. Whoever lays this out first,
/// while a drawing is still being described, has them when they are wanted; a wrong guess costs
/// time and changes nothing.
enum SampleText {
  /// A size and cut of letters, and the signs that drawings have in it: for these other fonts are opened.
  private struct Cut {
    let size: Int
    var tag: String?
    var signs = ""

    var markup: String {
      let text = "a" + signs
      let run = tag.map { "<\($0)>\(text)</\($0)>" } ?? text
      return #"<FONT POINT-SIZE="\#(size)">\#(run)</FONT>"#
    }
  }

  private static let cuts = [
    Cut(size: 9, signs: "●◐◉"), Cut(size: 10, signs: "●◐◉"), Cut(size: 11),
    Cut(size: 9, tag: "B", signs: "●◐◉"), Cut(size: 12, tag: "B", signs: "⇄"),
    Cut(size: 13, tag: "B"), Cut(size: 16, tag: "B"), Cut(size: 20, tag: "B"),
    Cut(size: 11, tag: "I"), Cut(size: 12, tag: "I"),
  ]

  /// The DOT text.
  static var dot: String {
    let families = FontList.sans.families.joined(separator: ",")
    let runs = cuts.map(\.markup).joined()
    return #"graph { node [fontname="\#(families)"] a [label=<\#(runs)>] }"#
  }
}
