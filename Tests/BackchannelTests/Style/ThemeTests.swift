import Backchannel
import Diagrams
import Foundation
import Testing

@Suite("Shipped themes")
struct ThemeTests {
  private static func sheet(_ name: String) throws -> StyleSheet {
    try #require(try StyleLibrary.sheet(named: name))
  }

  @Test(
    "Every text has enough contrast on every ground (WCAG AA, AAA)",
    arguments: StyleLibrary.names
  )
  func contrast(name: String) throws {
    let sheet = try Self.sheet(name)
    let least = name == "high-contrast" ? 7.0 : 4.5
    let fills = NodeKind.allCases.compactMap { sheet[$0].fill }
    let grounds =
      [sheet.ground, sheet.country.fill, sheet.group.fill].compactMap(\.self) + fills
    let texts = [sheet.ink, sheet.quiet] + LineKind.statuses.map { sheet[$0].color }
    for text in texts {
      for ground in grounds {
        #expect(text.contrast(on: ground) >= least, "\(text.hex) on \(ground.hex)")
      }
    }
    for kind in NodeKind.allCases where sheet[kind].badge != .plain {
      let color = sheet[kind].line
      #expect(color.contrast(on: sheet.ground) >= least, "\(kind) \(color.hex)")
    }
    for tint in sheet.categories {
      #expect(tint.line.contrast(on: tint.fill ?? sheet.ground) >= 4.5, "\(tint.line.hex)")
    }
  }

  @Test("Lines without words have a contrast of at least 3 to 1", arguments: StyleLibrary.names)
  func lineContrast(name: String) throws {
    let sheet = try Self.sheet(name)
    #expect(sheet[.subject].color.contrast(on: sheet.ground) >= 3)
    for kind in NodeKind.allCases {
      #expect(sheet[kind].line.contrast(on: sheet.ground) >= 3, "\(kind)")
    }
  }

  @Test("No two statuses differ in colour alone", arguments: StyleLibrary.names)
  func patterns(name: String) throws {
    let pairs = try Self.sheet(name).lookAlikes
    #expect(pairs.isEmpty, "\(pairs)")
    let sheet = try Self.sheet(name)
    #expect(Set(LineKind.statuses.map { sheet[$0].meaning }).count == 8)
  }

  @Test(
    "Status colours that differ do so for the colour-blind, too",
    arguments: StyleLibrary.names,
    Vision.allCases
  )
  func colorBlind(name: String, vision: Vision) throws {
    let sheet = try Self.sheet(name)
    let kinds = LineKind.statuses
    for (index, first) in kinds.enumerated() {
      for second in kinds[(index + 1)...] where sheet[first].color != sheet[second].color {
        let distance = vision.distance(sheet[first].color, sheet[second].color)
        // Both are support without a party: one hue, told apart by width.
        let isFamily = [first, second] == [.corroborated, .reported]
        // In black and white colour says nothing: patterns, widths and signs do.
        let least = name == "print" ? 10.0 : isFamily ? 6 : 15
        #expect(distance >= least, "\(first) and \(second): \(distance)")
      }
    }
  }

  @Test("Nothing in print fills an area with ink")
  func ink() throws {
    let sheet = try Self.sheet("print")
    for kind in NodeKind.allCases {
      #expect(sheet[kind].fill.map { $0 == sheet.ground } ?? true, "\(kind)")
      #expect(sheet[kind].badge != .filled, "\(kind)")
    }
    #expect(sheet.country.fill == nil && sheet.group.fill == nil)
    let colors =
      [sheet.ground, sheet.ink, sheet.quiet, sheet.faint]
      + LineKind.allCases.map { sheet[$0].color } + NodeKind.allCases.map { sheet[$0].line }
    for color in colors {
      let digits = color.hex.dropFirst()
      #expect(digits.prefix(2) == digits.suffix(2), "\(color.hex) is no grey")
    }
  }
}

/// Sees colours as people do whose eyes lack a kind of cone (Machado, Oliveira and Fernandes 2009,
/// full severity), and measures how far apart they are (CIE 1976, L*a*b*, D65).
enum Vision: String, CaseIterable {
  case normal, protan, deutan, tritan

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deutan:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritan:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  func distance(_ first: Color, _ second: Color) -> Double {
    let pairs = zip(lab(first), lab(second))
    return pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private func lab(_ color: Color) -> [Double] {
    let number = UInt32(color.hex.dropFirst(), radix: 16) ?? 0
    let light = [16, 8, 0].map { (shift: UInt32) -> Double in
      let part = Double((number >> shift) & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    let seen = Self.product(matrix, light).map { min(max($0, 0), 1) }
    let xyz = Self.product(
      [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
      ],
      seen
    )
    let roots = zip(xyz, [0.95047, 1, 1.08883]).map { value, white in
      let share = value / white
      return share > 0.008856 ? cbrt(share) : 7.787 * share + 16 / 116
    }
    return [
      116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2]),
    ]
  }

  private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
