import Foundation

/// An opaque colour.
///
/// Only six hexadecimal digits can be said, so a colour from a file cannot carry markup.
public struct Color: Hashable, Sendable {
  /// Red, green and blue, 0 to 255 each.
  let parts: [Double]
  /// The form that is written, such as `#1F2933`.
  public let hex: String

  /// Takes the lower 24 bits of a number, such as `0x1F2933`.
  public init(_ number: UInt32) {
    let digits = String(number & 0xFFFFFF, radix: 16, uppercase: true)
    hex = "#" + String(repeating: "0", count: 6 - digits.count) + digits
    parts = [16, 8, 0].map { Double((number >> $0) & 255) }
  }

  /// Reads `#RRGGBB`; `nil` for anything else.
  public init?(hex: String) {
    let digits = hex.utf8.dropFirst()
    guard hex.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      digits.allSatisfy(DOTCharacters.isHexadecimal),
      let number = UInt32(hex.dropFirst(), radix: 16)
    else { return nil }
    self.init(number)
  }

  /// The contrast of a text of this colour on a ground, 1 to 21 (WCAG 2, relative luminance).
  public func contrast(on ground: Color) -> Double {
    let lights = [luminance, ground.luminance].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// The parts as amounts of light, 0 to 1 each.
  var light: [Double] {
    parts.map { part in
      let part = part / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  private var luminance: Double {
    let light = light
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
  }
}

extension DOTValue {
  /// A colour as a constant.
  static func color(_ color: Color) -> DOTValue { .keyword(color.hex) }
}
