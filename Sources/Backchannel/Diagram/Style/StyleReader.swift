import Diagrams
import Formats
import GraphModel

/// Reads a style sheet, member by member, over the one that it extends.
struct StyleReader {
  private enum Corners: String, CaseIterable { case round, square }

  private static let sizeRange = 6.0...36.0
  private static let widthRange = 0.3...8.0
  private static let borderRange = 0...8
  private static let categoryLimit = 24

  let issues: ReadingIssues

  /// Returns the sheet; `nil` when the document is no mapping. What is wrong goes to the issues.
  func sheet(_ root: DocumentNode) throws(FormatError) -> StyleSheet? {
    guard
      let reader = RecordReader(root, "a style sheet", keys: StyleKeys.sheet, issues: issues)
    else { return nil }
    var sheet = base(reader)
    if let name = reader.text("name").flatMap({ label($0, "name", reader) }) { sheet.name = name }
    readFonts(reader, &sheet)
    readSizes(reader, &sheet)
    readPage(reader, &sheet)
    readSides(reader, &sheet)
    readCategories(reader, &sheet)
    eachMember(of: "nodes", reader, NodeKind.self) { readNode($0, $1, &sheet) }
    eachMember(of: "lines", reader, LineKind.self) { readLine($0, $1, &sheet) }
    checkLines(reader, sheet)
    return sheet
  }

  /// The sheet to start from, by default the one for screens.
  private func base(_ reader: RecordReader) -> StyleSheet {
    guard let name = reader.text("extends") else { return .light }
    if let sheet = try? StyleLibrary.sheet(named: name) { return sheet }
    issues.add(
      .invalidValue,
      "there is no built-in style '\(name)'",
      at: reader.position(of: "extends"),
      length: name.utf8.count,
      remedy: "one of \(StyleLibrary.names.joined(separator: ", "))",
      candidates: NearMiss.candidates(for: name, among: StyleLibrary.names)
    )
    return .light
  }

  // MARK: - Parts

  private func readFonts(_ reader: RecordReader, _ sheet: inout StyleSheet) {
    let nodes = reader.elements("fonts")
    guard !nodes.isEmpty else { return }
    let families = nodes.compactMap { RecordReader.text($0, "fonts", issues) }
    guard families.count == nodes.count else { return }
    for (node, family) in zip(nodes, families) where !FontList.isValid(family) {
      issues.add(
        .invalidValue,
        "'\(family.prefix(40))' is no name of a font",
        at: node.position,
        length: family.prefix(40).utf8.count,
        remedy: "ASCII letters and digits, with single spaces or hyphens between them, at most "
          + "\(FontList.maximumLength) characters; a list for several"
      )
      return
    }
    if let fonts = FontList(families) {
      sheet.fonts = fonts
    } else {
      issues.add(
        .invalidValue,
        "there are too many fonts",
        at: reader.position(of: "fonts"),
        remedy: "name at most \(FontList.maximumCount), of 128 characters together"
      )
    }
  }

  private func readSizes(_ reader: RecordReader, _ sheet: inout StyleSheet) {
    guard let reader = part("sizes", reader, keys: StyleKeys.sizes) else { return }
    set(&sheet.sizes.title, number("title", reader, Self.sizeRange))
    set(&sheet.sizes.side, number("side", reader, Self.sizeRange))
    set(&sheet.sizes.name, number("name", reader, Self.sizeRange))
    set(&sheet.sizes.summary, number("summary", reader, Self.sizeRange))
    set(&sheet.sizes.legend, number("legend", reader, Self.sizeRange))
    set(&sheet.sizes.detail, number("detail", reader, Self.sizeRange))
  }

  private func readPage(_ reader: RecordReader, _ sheet: inout StyleSheet) {
    guard let reader = part("page", reader, keys: StyleKeys.page) else { return }
    set(&sheet.ground, color("ground", reader))
    set(&sheet.ink, color("ink", reader))
    set(&sheet.quiet, color("quiet", reader))
    set(&sheet.faint, color("faint", reader))
  }

  private func readSides(_ reader: RecordReader, _ sheet: inout StyleSheet) {
    guard let reader = part("sides", reader, keys: StyleKeys.sides) else { return }
    if let reader = part("country", reader, keys: StyleKeys.tint) {
      read(reader, &sheet.country)
    }
    if let reader = part("group", reader, keys: StyleKeys.tint) { read(reader, &sheet.group) }
  }

  private func readCategories(_ reader: RecordReader, _ sheet: inout StyleSheet) {
    let nodes = reader.elements("categories")
    guard !nodes.isEmpty else { return }
    guard nodes.count <= Self.categoryLimit else {
      issues.add(
        .invalidValue,
        "there are \(nodes.count) categories",
        at: reader.position(of: "categories"),
        remedy: "list at most \(Self.categoryLimit); nobody tells more apart"
      )
      return
    }
    sheet.categories = nodes.compactMap { node in
      guard let reader = RecordReader(node, "a category", keys: StyleKeys.tint, issues: issues)
      else { return nil }
      var tint = StyleSheet.Tint(line: sheet.ink, fill: nil)
      read(reader, &tint)
      return tint
    }
  }

  private func read(_ reader: RecordReader, _ tint: inout StyleSheet.Tint) {
    set(&tint.line, color("line", reader))
    set(&tint.fill, fill(reader))
  }

  private func readNode(_ kind: NodeKind, _ node: DocumentNode, _ sheet: inout StyleSheet) {
    guard let reader = RecordReader(node, "a node", keys: StyleKeys.node, issues: issues) else {
      return
    }
    set(&sheet[kind].line, color("line", reader))
    set(&sheet[kind].fill, fill(reader))
    let range = Double(Self.borderRange.lowerBound)...Double(Self.borderRange.upperBound)
    set(&sheet[kind].border, number("border", reader, range).map { Int($0.rounded()) })
    set(&sheet[kind].pattern, reader.choice("pattern", of: LinePattern.self))
    set(&sheet[kind].isRounded, reader.choice("corners", of: Corners.self).map { $0 == .round })
    set(&sheet[kind].badge, reader.choice("badge", of: NodeStyle.Badge.self))
    set(&sheet[kind].meaning, reader.text("label").flatMap { label($0, "label", reader) })
  }

  private func readLine(_ kind: LineKind, _ node: DocumentNode, _ sheet: inout StyleSheet) {
    guard let reader = RecordReader(node, "a line", keys: StyleKeys.line, issues: issues) else {
      return
    }
    set(&sheet[kind].color, color("color", reader))
    set(&sheet[kind].pattern, reader.choice("pattern", of: LinePattern.self))
    set(&sheet[kind].width, number("width", reader, Self.widthRange))
    set(&sheet[kind].arrowhead, reader.choice("arrowhead", of: ArrowShape.self))
    set(&sheet[kind].meaning, reader.text("label").flatMap { label($0, "label", reader) })
  }

  /// Colour must never be the only thing that tells two statuses apart.
  private func checkLines(_ reader: RecordReader, _ sheet: StyleSheet) {
    for pair in sheet.lookAlikes {
      issues.add(
        .invalidValue,
        "the lines '\(pair.0.rawValue)' and '\(pair.1.rawValue)' differ in colour alone",
        at: reader.position(of: "lines"),
        remedy: "give them different patterns or arrowheads, or widths of which one is at least "
          + "half as wide again"
      )
    }
  }
}
