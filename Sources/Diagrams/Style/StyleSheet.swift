public import CaseModel

/// Says how diagrams look: colours, fonts, borders, and a line for every status.
///
/// Every kind of diagram takes its look from the sheet that it is handed and from nothing else.
public struct StyleSheet: Hashable, Sendable {
  /// Border and inside of what is drawn in one of two colours.
  public struct Tint: Hashable, Sendable {
    /// The colour of borders.
    public var line: Color
    /// The colour of the inside; `nil` leaves it as it is below.
    public var fill: Color?

    /// Creates a tint.
    public init(line: Color, fill: Color?) {
      self.line = line
      self.fill = fill
    }
  }

  /// The name by which the sheet is asked for.
  public var name: String
  /// The fonts of all texts.
  public var fonts: FontList
  /// The sizes of texts.
  public var sizes: TextSizes
  /// The page.
  public var ground: Color
  /// The most important texts.
  public var ink: Color
  /// The other texts.
  public var quiet: Color
  /// Frames, axes and other lines that carry nothing by themselves.
  public var faint: Color
  /// The frame around those of one country.
  public var country: Tint
  /// The frame around those of one agency.
  public var group: Tint
  /// Colours of categories, such as countries in large drawings, in order of use.
  public var categories: [Tint]

  private var nodes: [NodeKind: NodeStyle]
  private var lines: [LineKind: LineStyle]

  /// The look of a kind of node.
  public subscript(kind: NodeKind) -> NodeStyle {
    get { nodes[kind] ?? .light(kind) }
    set { nodes[kind] = newValue }
  }

  /// The look of a kind of line.
  public subscript(kind: LineKind) -> LineStyle {
    get { lines[kind] ?? .light(kind) }
    set { lines[kind] = newValue }
  }

  /// The look of facts of one strength; `nil` is a fact about which nobody says anything.
  public func line(_ status: Status?) -> LineStyle { self[LineKind(status)] }
}

/// The sizes of texts in points.
public struct TextSizes: Hashable, Sendable {
  /// The title of the drawing.
  public var title: Double
  /// The frames of sides.
  public var side: Double
  /// The names of nodes.
  public var name: Double
  /// What the case is about.
  public var summary: Double
  /// The legend.
  public var legend: Double
  /// What stands below names and on lines.
  public var detail: Double

  /// Creates sizes.
  public init(
    title: Double = 20,
    side: Double = 13,
    name: Double = 12,
    summary: Double = 11,
    legend: Double = 10,
    detail: Double = 9
  ) {
    self.title = title
    self.side = side
    self.name = name
    self.summary = summary
    self.legend = legend
    self.detail = detail
  }
}

extension StyleSheet {
  /// The font of the most important texts.
  func strong(_ size: Double) -> HTMLFont { HTMLFont(size: size, color: ink.hex, isBold: true) }

  /// The font of what stands below names and below the drawing.
  var detail: HTMLFont { HTMLFont(size: sizes.detail, color: quiet.hex) }
}

// MARK: - The default

extension StyleSheet {
  /// The look for screens.
  public static let light = StyleSheet(
    name: "light",
    fonts: .sans,
    sizes: TextSizes(),
    ground: Color(0xFFFFFF),
    ink: Color(0x111827),
    quiet: Color(0x5B6472),
    faint: Color(0xCBD5E1),
    country: Tint(line: Color(0xCBD5E1), fill: Color(0xF5F7FA)),
    group: Tint(line: Color(0xC9C3E0), fill: Color(0xF6F5FA)),
    categories: [
      (0x0072B2, 0xE8F2F9), (0xC8371B, 0xFBEBE7), (0x00704F, 0xE6F4EF), (0x8E4585, 0xF5ECF4),
      (0x8A4B00, 0xFCEFD9), (0x475569, 0xF1F5F9),
    ].map { Tint(line: Color($0), fill: Color($1)) },
    nodes: Dictionary(uniqueKeysWithValues: NodeKind.allCases.map { ($0, .light($0)) }),
    lines: Dictionary(uniqueKeysWithValues: LineKind.allCases.map { ($0, .light($0)) })
  )
}

extension NodeStyle {
  fileprivate static func light(_ kind: NodeKind) -> NodeStyle {
    let (blue, grey) = (Color(0x0B5C8F), Color(0x475569))
    return switch kind {
    case .person: NodeStyle(line: blue, fill: Color(0xE8F2F9), meaning: "person")
    case .agency:
      NodeStyle(
        line: Color(0x54478C),
        fill: Color(0xEEECF6),
        isRounded: false,
        meaning: "agency"
      )
    case .country:
      NodeStyle(line: grey, fill: Color(0xF1F5F9), isRounded: false, meaning: "country")
    case .unnamed:
      NodeStyle(
        line: blue,
        fill: Color(0xFFFFFF),
        pattern: .dashed,
        meaning: "real, but nobody is named"
      )
    case .slot:
      NodeStyle(
        line: Color(0x5B6472),
        fill: nil,
        pattern: .dotted,
        badge: .plain,
        meaning: "empty: nobody has said who"
      )
    case .event:
      NodeStyle(line: Color(0x8A4B00), fill: Color(0xFCEFD9), border: 2, meaning: "event")
    case .statement: NodeStyle(line: grey, fill: Color(0xF1F5F9), meaning: "public statement")
    }
  }
}

extension LineStyle {
  /// The meanings are words for readers of a newspaper.
  fileprivate static func light(_ kind: LineKind) -> LineStyle {
    switch kind {
    case .confirmed: light(0x1F2933, .solid, 1.8, "confirmed by a party")
    case .corroborated:
      light(0x0B5C8F, .dashed, 2.6, "corroborated: several origins, no party")
    case .reported: light(0x006BA6, .dashed, 1.3, "reported by one origin")
    case .unconfirmed:
      light(0x7000C0, .dotted, 2.2, "unconfirmed: said, but a party asked declines")
    case .disputed: light(0xB02E14, .solid, 1.8, "disputed: said and denied", .tee)
    case .denied: light(0xB02E14, .dotted, 2.2, "denied", .tee)
    case .open: light(0x5B6472, .dotted, 1.1, "open: only asked")
    case .unsourced: light(0x5B6472, .dashed, 0.7, "nobody says")
    case .subject: light(0x7C8899, .solid, 1, "what a statement or event was about", .vee)
    }
  }

  private static func light(
    _ color: UInt32,
    _ pattern: LinePattern,
    _ width: Double,
    _ meaning: String,
    _ arrowhead: ArrowShape = .none
  ) -> LineStyle {
    LineStyle(
      color: Color(color),
      pattern: pattern,
      width: width,
      arrowhead: arrowhead,
      meaning: meaning
    )
  }
}
