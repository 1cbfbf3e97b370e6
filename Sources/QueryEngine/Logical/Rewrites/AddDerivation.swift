/// Puts the derivation of relationships before every operator that may read some of their type.
///
/// An expand reads those of one node and needs no others. What reads them wherever they lead, or of
/// all nodes, needs all of them.
struct AddDerivation {
  /// The type of the derived relationships.
  let type: String

  /// Returns the plan with the derivations; one that has them stays as it is.
  func added(to plan: LogicalPlan) -> LogicalPlan {
    switch plan {
    case .expand(let child, let expand):
      let child = added(to: child)
      guard !expand.isRelationshipBound, mayRead(expand.types) else {
        return .expand(child, expand)
      }
      return .expand(Self.deriving(child, around: expand.from), expand)
    case .varLengthExpand(let child, let expand):
      return .varLengthExpand(derivingAll(added(to: child), expand.expand.types), expand)
    case .shortestPath(let child, let search):
      return .shortestPath(derivingAll(added(to: child), search.expand.expand.types), search)
    case .relationshipTypeScan(let child, let scan):
      return .relationshipTypeScan(derivingAll(added(to: child), scan.types), scan)
    case .countFromStore(let child, let count):
      guard case .relationships(let types) = count.counted else {
        return .countFromStore(added(to: child), count)
      }
      return .countFromStore(derivingAll(added(to: child), types), count)
    case .repeatedPath(let child, let repeated):
      return .repeatedPath(Self.deriving(added(to: child), around: nil), repeated)
    case .statefulShortestPath(let child, let search):
      return .statefulShortestPath(Self.deriving(added(to: child), around: nil), search)
    case .procedureCall(let child, let call):
      return .procedureCall(Self.deriving(added(to: child), around: nil), call)
    default: return plan.replacingChildren(added)
    }
  }

  private func derivingAll(_ child: LogicalPlan, _ types: [String]) -> LogicalPlan {
    mayRead(types) ? Self.deriving(child, around: nil) : child
  }

  private func mayRead(_ types: [String]) -> Bool { types.isEmpty || types.contains(type) }

  private static func deriving(_ child: LogicalPlan, around node: Slot?) -> LogicalPlan {
    let deriving = LogicalPlan.deriveRelationships(child.withoutDerivation, around: node)
    if case .deriveRelationships(_, nil) = child { return child }
    return deriving
  }
}

extension LogicalPlan {
  /// The plan below, where this is a derivation.
  fileprivate var withoutDerivation: LogicalPlan {
    if case .deriveRelationships(let child, _) = self { child } else { self }
  }
}
