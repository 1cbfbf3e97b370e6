/// Lists the members of a style sheet, in the order of its schema.
enum StyleKeys {
  static let sheet = [
    "name", "extends", "fonts", "sizes", "page", "sides", "categories", "nodes", "lines",
  ]
  static let page = ["ground", "ink", "quiet", "faint"]
  static let sides = ["country", "group"]
  static let tint = ["line", "fill"]
  static let sizes = ["title", "side", "name", "summary", "legend", "detail"]
  static let node = ["line", "fill", "border", "pattern", "corners", "badge", "label"]
  static let line = ["color", "pattern", "width", "arrowhead", "label"]
}
