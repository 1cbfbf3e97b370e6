public import CypherSyntax

/// Holds a plan: what to do in which order, by the operator names that Neo4j publishes.
///
/// A plan fills slots; every operator passes on all slots that its child has filled. `argument` is
/// a leaf that gives the rows of the surrounding plan (one empty row at the top).
public indirect enum LogicalPlan: Hashable, Sendable {
  // Leaves
  /// The rows of the surrounding plan.
  case argument
  /// All nodes, for each row of the child.
  case allNodesScan(LogicalPlan, node: Slot)
  /// The nodes with a label, for each row of the child.
  case nodeByLabelScan(LogicalPlan, node: Slot, label: String)
  /// The nodes whose property equals a value, for each row of the child.
  case nodeIndexSeek(LogicalPlan, NodeIndexSeek)
  /// One row with the number of all nodes or relationships of a kind, for each row of the child.
  case countFromStore(LogicalPlan, StoredCount)
  /// All relationships of some types (all types when empty) with both ends, for each row of the
  /// child; each once, or once each way where the direction is `either`.
  case relationshipTypeScan(LogicalPlan, RelationshipScan)

  // Patterns
  /// Goes from a bound node over one relationship. Where `to` is filled already this is Expand(Into).
  case expand(LogicalPlan, Expand)
  /// Goes from a bound node over several relationships.
  case varLengthExpand(LogicalPlan, VarLengthExpand)
  /// Repeats a group of a path pattern.
  case repeatedPath(LogicalPlan, RepeatedPath)
  /// Finds shortest paths between two bound nodes.
  case shortestPath(LogicalPlan, ShortestPath)
  /// Finds, of all matches of a path, those that a selector keeps between each two ends.
  case statefulShortestPath(LogicalPlan, StatefulShortestPath)
  /// Puts a path together of slots that hold nodes, relationships and lists of relationships.
  case projectPath(LogicalPlan, path: Slot, elements: [PathPart])

  /// Derives the relationships of a node, or all where none is named, before somebody reads them;
  /// see `RelationshipDeriver`.
  case deriveRelationships(LogicalPlan, around: Slot?)

  // Rows
  /// The rows for which all predicates are true.
  case filter(LogicalPlan, [ScopedExpression])
  /// Fills slots by expressions, all of which see the rows of the child.
  case projection(LogicalPlan, [ProjectedSlot])
  /// Groups by expressions; without keys there is one row even if the child has none.
  case aggregation(LogicalPlan, keys: [ProjectedSlot], aggregates: [Aggregate])
  /// The rows that differ in some of the slots (by equivalence).
  case distinct(LogicalPlan, [Slot])
  case sort(LogicalPlan, [SortItem])
  /// Sort, of which only the first rows are wanted.
  case top(LogicalPlan, [SortItem], limit: ScopedExpression)
  case skip(LogicalPlan, ScopedExpression)
  case limit(LogicalPlan, ScopedExpression)
  case unwind(LogicalPlan, list: ScopedExpression, variable: Slot)
  /// For each row of the first plan, the rows of the second, whose `argument` it is.
  case apply(LogicalPlan, LogicalPlan)
  /// The pairs of rows of two plans (which have the same `argument`) with the same nodes in slots
  /// that both fill.
  case nodeHashJoin(LogicalPlan, LogicalPlan, nodes: [Slot])
  /// As `apply`; a row without rows of the second plan is kept, with nulls in the slots.
  case optional(LogicalPlan, LogicalPlan, nullable: [Slot])
  /// The rows of both plans (which have the same `argument`); each fills the slots given.
  case union(LogicalPlan, LogicalPlan)
  /// All rows before the first is passed on.
  case eager(LogicalPlan)
  case procedureCall(LogicalPlan, ProcedureCall)
  case loadCSV(LogicalPlan, LoadCSV)

  // Writes
  case create(LogicalPlan, [CreatedElement])
  case merge(LogicalPlan, Merge)
  case set(LogicalPlan, [SetOperation])
  case remove(LogicalPlan, [RemoveOperation])
  case delete(LogicalPlan, [ScopedExpression], isDetaching: Bool)
  /// For each element of a list, the second plan (whose `argument` has the element) for its effects.
  case forEach(LogicalPlan, list: ScopedExpression, variable: Slot, body: LogicalPlan)
  /// Runs the child for its effects and gives no rows.
  case emptyResult(LogicalPlan)
  /// Adds the elements of slots to what the row rests on; see `QueryPlan.evidenceSlot`.
  case collectEvidence(LogicalPlan, [Slot])

  /// Holds the details of a scan of relationships.
  public struct RelationshipScan: Hashable, Sendable {
    /// Filled with the relationship.
    public var relationship: Slot
    /// The types; any where empty.
    public var types: [String]
    /// Which way it may point, seen from `from`.
    public var direction: RelationshipPattern.Direction
    /// Filled with one end.
    public var from: Slot
    /// Filled with the other end.
    public var to: Slot
  }

  /// Says what is counted without being looked at.
  public struct StoredCount: Hashable, Sendable {
    /// Filled with the number.
    public var slot: Slot
    /// What is counted.
    public var counted: Counted

    /// Lists what a graph has counts of.
    public enum Counted: Hashable, Sendable {
      /// Nodes with a label; all nodes without.
      case nodes(label: String?)
      /// Relationships of some types; of all types where none is named.
      case relationships(types: [String])
    }
  }

  /// Holds the details of going over one relationship.
  public struct Expand: Hashable, Sendable {
    /// The bound node.
    public var from: Slot
    /// The node arrived at.
    public var to: Slot
    /// Whether `to` is bound, and must be the node arrived at.
    public var isInto: Bool
    /// Filled with the relationship.
    public var relationship: Slot
    /// Whether `relationship` is bound, and must be the one gone over.
    public var isRelationshipBound: Bool
    /// The types; any where empty.
    public var types: [String]
    /// Which way it may point, seen from `from`.
    public var direction: RelationshipPattern.Direction
    /// Slots with relationships, or lists of them, of the same MATCH, which must be different ones.
    public var distinctFrom: [Slot]
    /// Whether each node is arrived at only once for all rows, since nothing else is wanted.
    public var isPruning = false
  }

  /// Holds the details of going over several relationships.
  public struct VarLengthExpand: Hashable, Sendable {
    /// As for one relationship; `relationship` is filled with the list of them, in the order of the
    /// pattern as written, and where it is bound the list must be that one.
    public var expand: Expand
    /// How many at least.
    public var lower: Int
    /// How many at most; `nil` without a limit.
    public var upper: Int?
    /// Whether the pattern was written the other way round, so that the list must be reversed.
    public var isReversed: Bool
    /// Filled with one relationship while `condition` is decided.
    public var element: Slot
    /// What must be true of each relationship.
    public var condition: [ScopedExpression]
  }

  /// Holds the details of a repeated group (`((a)-[r]->(b) WHERE …){2,3}`).
  public struct RepeatedPath: Hashable, Sendable {
    /// The bound node where the first repetition starts.
    public var from: Slot
    /// The node where the last one ends.
    public var to: Slot
    /// Whether `to` is bound.
    public var isInto: Bool
    /// How often at least.
    public var lower: Int
    /// How often at most; `nil` without a limit.
    public var upper: Int?
    /// One repetition: its `argument` has `start` filled, and it fills `end` and the rest.
    public var body: LogicalPlan
    /// The first node of a repetition.
    public var start: Slot
    /// The last node of a repetition.
    public var end: Slot
    /// Relationship slots of a repetition: no relationship may occur twice in all of them.
    public var relationships: [Slot]
    /// Slots of a repetition, and the slots filled with the lists of their values.
    public var lists: [GroupList]
    /// Slots of the same MATCH with relationships that must be different ones.
    public var distinctFrom: [Slot]
  }

  /// Names the list of the values that a variable has in the repetitions of a group.
  public struct GroupList: Hashable, Sendable {
    /// The slot in a repetition.
    public var inner: Slot
    /// The slot of the list.
    public var outer: Slot
  }

  /// Holds the details of a search for shortest paths.
  public struct ShortestPath: Hashable, Sendable {
    /// The bound ends, the kind of relationship and the slot of their list.
    public var expand: VarLengthExpand
    /// Which of the shortest paths.
    public var prefix: PathPatternPrefix
  }

  /// Holds one part of a path.
  public enum PathPart: Hashable, Sendable {
    case node(Slot)
    /// One relationship.
    case relationship(Slot)
    /// A list of relationships.
    case relationships(Slot)
    /// The lists of nodes and relationships of a repeated group, by turns.
    case group([Slot])
  }

  /// Holds a slot and the expression that fills it.
  public struct ProjectedSlot: Hashable, Sendable {
    /// The slot to fill.
    public var slot: Slot
    /// The value.
    public var value: ScopedExpression

    /// Makes a pair.
    public init(_ slot: Slot, _ value: ScopedExpression) {
      self.slot = slot
      self.value = value
    }
  }

  /// Holds an aggregate and the slot of its result.
  public struct Aggregate: Hashable, Sendable {
    /// The slot to fill.
    public var slot: Slot
    /// The name of the function in lower case; `count` without arguments counts rows.
    public var function: String
    /// Whether equal values count once.
    public var isDistinct: Bool
    /// The arguments.
    public var arguments: [ScopedExpression]
  }

  /// Holds what rows are sorted by.
  public struct SortItem: Hashable, Sendable {
    /// The value.
    public var value: ScopedExpression
    /// Whether the greatest comes first.
    public var isDescending: Bool
  }

  /// Holds a call of a procedure.
  public struct ProcedureCall: Hashable, Sendable {
    /// The full name.
    public var name: String
    /// The arguments.
    public var arguments: [ScopedExpression]
    /// Outputs by name, and the slots they fill.
    public var outputs: [Output]
    /// Whether the procedure gives no columns and every row is passed on.
    public var isVoid: Bool

    /// Holds one output.
    public struct Output: Hashable, Sendable {
      /// Its name in the signature.
      public var name: String
      /// The slot to fill.
      public var slot: Slot
    }
  }

  /// Holds the details of reading a table.
  public struct LoadCSV: Hashable, Sendable {
    /// The file.
    public var source: ScopedExpression
    /// Filled with a list, or with a map where there are headers.
    public var variable: Slot
    /// Whether the first line names the columns.
    public var hasHeaders: Bool
    /// What stands between fields.
    public var fieldTerminator: String
  }

  /// Holds one element to create.
  public enum CreatedElement: Hashable, Sendable {
    case node(Slot, labels: [String], properties: ScopedExpression?)
    /// The ends are filled by then.
    case relationship(
      Slot,
      type: String,
      from: Slot,
      to: Slot,
      properties: ScopedExpression?
    )
  }

  /// Holds a MERGE: for each row `find` is run (its `argument` is the row); where it has no rows
  /// the elements are created.
  public struct Merge: Hashable, Sendable {
    /// Finds the pattern.
    public var find: LogicalPlan
    /// Makes it.
    public var create: [CreatedElement]
    /// Property maps of the pattern: a null in one of them is an error (MergeReadOwnWrites).
    public var onMatch: [SetOperation]
    /// Done with what was made.
    public var onCreate: [SetOperation]
    /// The path to put together in either case.
    public var path: NamedPath?
  }

  /// Holds a path to put together.
  public struct NamedPath: Hashable, Sendable {
    /// The slot to fill.
    public var slot: Slot
    /// The parts in order.
    public var elements: [PathPart]
  }

  /// Names the property that a clause changes.
  public enum PropertyName: Hashable, Sendable {
    /// `a.b`
    case fixed(String)
    /// `a[b]`
    case computed(ScopedExpression)
  }

  /// Holds one change of a SET clause.
  public enum SetOperation: Hashable, Sendable {
    case property(of: ScopedExpression, key: PropertyName, value: ScopedExpression)
    case replaceProperties(of: Slot, value: ScopedExpression)
    case mergeProperties(of: Slot, value: ScopedExpression)
    case labels(of: Slot, [String])
  }

  /// Holds one change of a REMOVE clause.
  public enum RemoveOperation: Hashable, Sendable {
    case property(of: ScopedExpression, key: PropertyName)
    case labels(of: Slot, [String])
  }
}

/// Holds a whole plan and how its rows look.
public struct QueryPlan: Hashable, Sendable {
  /// The plan.
  public var root: LogicalPlan
  /// The columns of the result, in order; empty for a query without RETURN.
  public var columns: [ResultColumn]
  /// The number of slots of every chunk.
  public var slotCount: Int
  /// The slot with what a row rests on; `nil` when nobody asked for it.
  public var evidenceSlot: Slot?
  /// How much is in that slot.
  public var evidenceDetail: EvidenceDetail
  /// Whether the graph is changed.
  public var isWriting: Bool

  /// Makes a plan.
  public init(
    root: LogicalPlan,
    columns: [ResultColumn],
    slotCount: Int,
    evidenceSlot: Slot? = nil,
    evidenceDetail: EvidenceDetail = .facts,
    isWriting: Bool
  ) {
    self.root = root
    self.columns = columns
    self.slotCount = slotCount
    self.evidenceSlot = evidenceSlot
    self.evidenceDetail = evidenceDetail
    self.isWriting = isWriting
  }

  /// Holds one column of the result.
  public struct ResultColumn: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The slot.
    public var slot: Slot

    /// Makes a column.
    public init(name: String, slot: Slot) {
      self.name = name
      self.slot = slot
    }
  }
}
