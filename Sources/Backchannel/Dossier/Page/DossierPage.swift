import CaseModel
import Crypto
import Formats
import Foundation

/// Makes the HTML page of a dossier.
struct DossierPage {
  /// The page, with a gap for the diagram.
  let page: HTMLPage

  init(_ document: DossierDocument) {
    let parts = PageParts(anchors: document.anchors)
    let sections = document.sections.map { Self.section($0, parts) }
    let skip = HTML.Node.tag(.a, .class("skip"), .href(.part("main")), text: "Skip to the dossier")
    page = HTMLPage(
      .tag(
        .html,
        .lang("en"),
        content: [
          Self.head(document),
          .tag(
            .body,
            content: [
              skip, Self.header(document, parts), Self.contents(document),
              .tag(.main, .id("main"), content: sections), Self.footer(document),
              .code(.script, PageScript.code),
            ]
          ),
        ]
      )
    )
  }

  // MARK: - Head

  private static func head(_ document: DossierDocument) -> HTML.Node {
    .tag(
      .head,
      content: [
        .element(.meta, [.charset], []),
        .element(.meta, [.policy(policy)], []),
        .element(.meta, [.meta("viewport", "width=device-width, initial-scale=1")], []),
        .element(.meta, [.meta("referrer", "no-referrer")], []),
        .element(.meta, [.meta("color-scheme", "light dark")], []),
        .tag(.title, text: document.title), .code(.style, PageStyle.code),
      ]
    )
  }

  /// Nothing is loaded; one style sheet and one script count, and only as they are written.
  private static var policy: String {
    [
      "default-src 'none'", "style-src '\(hash(PageStyle.code))'",
      "script-src '\(hash(PageScript.code))'", "base-uri 'none'", "form-action 'none'",
    ]
    .joined(separator: "; ")
  }

  private static func hash(_ code: StaticString) -> String {
    "sha256-" + Data(SHA256.hash(data: Data("\(code)".utf8))).base64EncodedString()
  }

  // MARK: - Parts

  private static func header(_ document: DossierDocument, _ parts: PageParts) -> HTML.Node {
    var content: [HTML.Node] = [
      .tag(.p, .class("kicker"), .dir(.auto), text: document.kicker),
      .tag(.h1, .dir(.auto), text: document.title),
    ]
    if let summary = document.summary {
      content.append(.tag(.p, .class("summary"), .dir(.auto), text: summary))
    }
    return .tag(
      .header,
      content: content + document.introduction.map { parts.block($0, level: 2) }
    )
  }

  private static func contents(_ document: DossierDocument) -> HTML.Node {
    .tag(
      .nav,
      .label("Contents"),
      content: [
        .tag(
          .ul,
          content: document.sections.map { section in
            let count = section.count.map { HTML.Node.tag(.span, .class("count"), text: " \($0)") }
            return .tag(
              .li,
              content: [
                .tag(.a, .href(.part(anchor(section))), text: section.title)
              ] + [count].compactMap(\.self)
            )
          }
        )
      ]
    )
  }

  private static func section(_ section: DossierSection, _ parts: PageParts) -> HTML.Node {
    let title = anchor(section) + "-title"
    return .tag(
      .section,
      .id(anchor(section)),
      .class(section.name),
      .labelledBy(title),
      content: [
        .tag(
          .h2,
          .id(title),
          content: [.text(section.title)]
            + (section.count.map { [.tag(.span, .class("count"), text: " \($0)")] } ?? [])
        )
      ] + section.blocks.map { parts.block($0, level: 3) }
    )
  }

  private static func anchor(_ section: DossierSection) -> String {
    Anchor.section(section.name).text
  }

  private static func footer(_ document: DossierDocument) -> HTML.Node {
    .tag(
      .footer,
      content: [
        .tag(
          .p,
          content: [
            .text("Every statement above rests on the claims beside it. "),
            .tag(.a, .href(.part(Anchor.section("method").text)), text: "How this was made"),
            .text("."),
          ]
        )
      ]
    )
  }
}
