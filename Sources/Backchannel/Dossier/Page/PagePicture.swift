import Formats

/// Makes the frame around the diagram, with the buttons that a script brings to life.
enum PagePicture {
  static var node: HTML.Node {
    .tag(
      .figure,
      .class("diagram"),
      content: [
        controls,
        .tag(
          .div,
          .id("view"),
          .class("view"),
          .role("group"),
          .tabIndex(0),
          .label("Diagram. Its lines and cards lead to the claims below."),
          content: [.gap]
        ),
        .tag(
          .figcaption,
          text: "A line is as solid as what supports it. Every line and card leads to the claims "
            + "that it stands for; the sections below tell the same in words."
        ),
      ]
    )
  }

  /// Hidden where no script runs: the picture is then a still one.
  private static var controls: HTML.Node {
    .tag(
      .div,
      .id("controls"),
      .class("controls"),
      .role("group"),
      .label("Size and place of the diagram"),
      .isHidden,
      content: [
        button("in", "Zoom in", "+"), button("out", "Zoom out", "−"),
        button("fit", "Whole diagram", "Fit"), button("left", "Move left", "←"),
        button("right", "Move right", "→"), button("up", "Move up", "↑"),
        button("down", "Move down", "↓"),
      ]
    )
  }

  private static func button(_ action: StaticString, _ name: String, _ sign: String) -> HTML.Node {
    .tag(.button, .isButton, .dataAction(action), .label(name), text: sign)
  }
}
