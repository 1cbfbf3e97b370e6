import CaseModel
import Foundation

/// Turns a contact map into a graph: groups, and between them a bundle of lines, one for each
/// strength, as wide as there are events of it.
struct ContactMapDOT {
  /// More bundles than these have their words on hover alone.
  static let captionLimit = 60
  /// More events than these are counted on hover.
  private static let eventLimit = 8

  let map: ContactMap
  let view: CaseView
  let style: StyleSheet

  var graph: DOTGraph {
    let heading = ContactMapHeading(map: map, view: view, style: style)
    let captioned = map.contacts.prefix(Self.captionLimit)
    return DOTGraph(
      id: "case",
      title: heading.title,
      isDirected: false,
      attributes: CompactHeading.page(style).merging([
        .label: .html(heading.label), .tooltip: .tooltip(heading.title),
      ]),
      nodeDefaults: [
        .fontname: style.fonts.value, .fontsize: .number(style.sizes.name),
        .margin: .keyword("0.14,0.08"), .shape: .keyword("box"),
      ],
      edgeDefaults: [.fontname: style.fonts.value],
      statements: map.groups.map(node) + captioned.map(caption)
        + map.contacts.indices.flatMap(lines)
    )
  }

  // MARK: - Groups

  private func node(_ group: ContactMap.Group) -> DOTStatement {
    let names = GroupNames(view: view)
    let kind = names.kind(group.key)
    let look = style[kind]
    let growth = log2(Double(max(group.eventCount, 1)))
    let size = (style.sizes.name - 1 + min(1.4 * growth, 14)).rounded()
    let font = HTMLFont(size: size, color: style.ink.hex, isBold: true)
    let small = HTMLFont(size: style.sizes.detail, color: style.quiet.hex)
    let name = CardParts.wrapped(names.name(group), columns: 24, lines: 3)
    let styles = ["filled"] + (look.isRounded ? ["rounded"] : []) + [look.pattern.rawValue]
    return .node(
      group.key.nodeID,
      [
        .id: .identifier(group.key.nodeID), .class: .keyword("group \(kind.rawValue)"),
        .label: .html(
          .text(
            CompactLabels.stacked(name.map { ($0, font) } + names.counts(group).map { ($0, small) })
          )
        ),
        .height: .number(CompactDOT.rounded(0.4 + 0.06 * Double(group.eventCount).squareRoot())),
        .color: .color(look.line), .fillcolor: .color(look.fill ?? style.ground),
        .style: .keyword(styles.joined(separator: ",")),
        .penwidth: .number(look.pattern == .solid ? 1.5 : 1.2),
        .tooltip: .tooltip(tooltip(group, names)),
      ]
    )
  }

  private func tooltip(_ group: ContactMap.Group, _ names: GroupNames) -> String {
    let members = group.members.prefix(Self.eventLimit).map { view.index.name(EntityID($0)) }
    let more = group.members.count - members.count
    return
      ([names.name(group)] + names.counts(group) + members
      + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "\n")
  }

  // MARK: - Contacts

  private static func captionID(_ contact: ContactMap.Contact, _ map: ContactMap) -> String {
    "c-\(map.groups[contact.first].key.nodeID)-\(map.groups[contact.second].key.nodeID)"
  }

  /// Words are a node through which the lines run, so that room is kept for them.
  private func caption(_ contact: ContactMap.Contact) -> DOTStatement {
    let id = Self.captionID(contact, map)
    let words = ContactWords(contact)
    let font = HTMLFont(size: style.sizes.detail, color: style.quiet.hex)
    let bold = HTMLFont(size: style.sizes.detail + 1, color: style.ink.hex, isBold: true)
    let mix = words.mix.map { status, text in
      (text, HTMLFont(size: font.size, color: style.line(status).color.hex))
    }
    return .node(
      id,
      [
        .id: .identifier(id), .class: .keyword("caption"),
        .label: .html(.text(CompactLabels.stacked([(words.total, bold)] + mix))),
        .style: .keyword("filled"), .penwidth: .number(0), .fillcolor: .color(style.ground),
        .margin: .keyword("0.03,0.02"), .width: .number(0.2), .height: .number(0.2),
        .tooltip: .tooltip(tooltip(contact)),
      ]
    )
  }

  private func lines(_ offset: Int) -> [DOTStatement] {
    let contact = map.contacts[offset]
    let ends = [map.groups[contact.first].key.nodeID, map.groups[contact.second].key.nodeID]
    let stops =
      offset < Self.captionLimit ? [ends[0], Self.captionID(contact, map), ends[1]] : ends
    let tooltip = tooltip(contact)
    return ContactWords(contact).counts.flatMap { status, count -> [DOTStatement] in
      let look = look(status, count: count, tooltip: tooltip)
      let name = "\(ends[0])-\(ends[1])-\(status?.rawValue ?? "unsourced")"
      return zip(stops, stops.dropFirst()).enumerated().map { piece, pair -> DOTStatement in
        let id: DOTAttributes = [.id: .identifier("e\(piece + 1)-\(name)")]
        return .edge(pair.0, pair.1, look.merging(id))
      }
    }
  }

  private func look(_ status: Status?, count: Int, tooltip: String) -> DOTAttributes {
    let stroke = style.line(status)
    let width = min(stroke.width * (0.7 + 0.45 * log2(Double(1 + count))), 9)
    return [
      .class: .keyword("contact \(status?.rawValue ?? "unsourced")"),
      .color: .color(stroke.color), .style: .keyword(stroke.pattern.rawValue),
      .penwidth: .number(CompactDOT.rounded(width)), .tooltip: .tooltip(tooltip),
    ]
  }

  private func tooltip(_ contact: ContactMap.Contact) -> String {
    let names = GroupNames(view: view)
    let words = ContactWords(contact)
    let events = contact.events.prefix(Self.eventLimit).map { event, status in
      let date = view.date(of: event).map { " (\($0.shortDisplay))" } ?? ""
      return "\(event) \(view.index.events[event]?.title ?? "")\(date): "
        + (status?.rawValue ?? "nobody says")
    }
    let more = contact.events.count - events.count
    return
      ([
        names.name(map.groups[contact.first]) + " – " + names.name(map.groups[contact.second]),
        "\(words.total): " + words.mix.map(\.1).joined(separator: ", "),
      ] + events + (more > 0 ? ["and \(counted(more, "more event"))"] : [])).joined(separator: "\n")
  }
}

/// Says how often two groups met, and how much of it is how strong.
struct ContactWords {
  /// The strengths that occur, strongest first, with the number of events.
  let counts: [(Status?, Int)]
  private let eventCount: Int

  init(_ contact: ContactMap.Contact) {
    let all = (Status.allCases as [Status?]) + [nil]
    counts = all.compactMap { status in
      let count = contact.events.count { $0.status == status }
      return count == 0 ? nil : (status, count)
    }
    eventCount = contact.events.count
  }

  /// "5 events".
  var total: String { counted(eventCount, "event") }

  /// "2 ● confirmed" and so on, without the number where there is but one strength.
  var mix: [(Status?, String)] {
    counts.map { status, count in
      let word = "\(StatusMark.sign(status)) \(status?.rawValue ?? "nobody says")"
      return (status, counts.count == 1 ? word : "\(count) \(word)")
    }
  }
}
