extension LineStyle {
  /// Returns the line, heavier by some points; widths are written with one digit.
  func widened(by points: Double) -> LineStyle {
    var line = self
    line.width = ((width + points) * 10).rounded() / 10
    return line
  }
}
