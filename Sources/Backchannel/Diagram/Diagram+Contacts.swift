public import CaseModel
public import Diagrams
import GraphModel

extension Diagram {
  /// Draws groups of people and how often these met.
  ///
  /// - Parameters:
  ///   - fold: What people are folded into.
  ///   - maximumGroups: The most groups; those of most events are drawn.
  public init(
    _ view: CaseView,
    foldedBy fold: FoldKind,
    maximumGroups: Int = SizeTable.readableGroupCount,
    style: StyleSheet = .light
  ) throws(BackchannelError) {
    let into: Fold =
      switch fold {
      case .agency: .agency
      case .country: .country
      case .community: .community(try CommunityFinder(view).members)
      }
    let map = ContactMap(view, fold: into, maximumGroups: maximumGroups)
    self.init(
      .contacts(map, view: view, style: style),
      view: view,
      kind: "contacts",
      [JSONMember(key: "fold", value: .string(fold.rawValue))]
    )
  }
}

/// Lists what people can be folded into.
public enum FoldKind: String, Hashable, Sendable, CaseIterable {
  /// Their agencies.
  case agency
  /// Their countries.
  case country
  /// Those who met one another most.
  case community
}
