import CypherSyntax

/// Reads a property of a node or relationship once, and hands its value on, where a plan that groups
/// what is found from all nodes would read it again: after an expand has repeated the row, or in
/// several filters, keys and aggregates.
///
/// Reading a property of what a scan or an expand has found raises no error, so that it may be read
/// for rows that a filter leaves out later.
struct ReadPropertiesOnce: RewriteRule {
  func rewritten(_ plan: LogicalPlan, _ context: RewriteContext) -> LogicalPlan? {
    guard !context.tracksEvidence, case .aggregation(let rows, let keys, let aggregates) = plan,
      let steps = ScanSteps(rows)
    else { return nil }
    let values = keys.map { $0.value } + aggregates.flatMap { $0.arguments }
    let (changed, slots) = reading(steps, thenReading: values, isRepeated: false, context)
    guard !slots.isEmpty else { return nil }
    let change = { (value: ScopedExpression) in value.reading(slots) }
    return .aggregation(
      changed.plan,
      keys: keys.map { $0.mapping(change) },
      aggregates: aggregates.map { aggregate in
        var aggregate = aggregate
        aggregate.arguments = aggregate.arguments.map(change)
        return aggregate
      }
    )
  }

  /// Returns the steps with properties read once that they or some values behind them read, and the
  /// slots of these properties.
  ///
  /// - Parameter isRepeated: Whether rows are repeated before the values are read.
  private func reading(
    _ steps: ScanSteps,
    thenReading values: [ScopedExpression],
    isRepeated: Bool,
    _ context: RewriteContext
  ) -> (steps: ScanSteps, slots: [SlotProperty: Slot]) {
    var reads = PropertyReads(steps)
    reads.add(values, at: steps.steps.count)
    let places = reads.places(isRepeated: isRepeated, context)
    var slots: [SlotProperty: Slot] = places.reduce(into: [:]) { slots, place in
      slots[place.property] = context.newSlot(place.name)
    }
    var joined: [Int: ScanSteps] = [:]
    for (index, step) in steps.steps.enumerated() {
      guard case .join(let other, _) = step else { continue }
      let above = steps.steps[(index + 1)...].flatMap(\.expressions) + values
      let (inner, innerSlots) = reading(other, thenReading: above, isRepeated: true, context)
      slots.merge(innerSlots) { own, _ in own }
      joined[index] = inner
    }
    var changed: [ScanSteps.Step] = []
    for index in 0...steps.steps.count {
      let items = places.filter { $0.step == index }.compactMap { place in
        slots[place.property].map { LogicalPlan.ProjectedSlot($0, place.value) }
      }
      if !items.isEmpty { changed.append(.projection(items)) }
      guard index < steps.steps.count else { break }
      let step = steps.steps[index].mapping { $0.reading(slots) }
      if case .join(_, let nodes) = step, let inner = joined[index] {
        changed.append(.join(inner, nodes: nodes))
      } else {
        changed.append(step)
      }
    }
    return (ScanSteps(changed), slots)
  }
}

/// Names a property of whatever stands in a slot.
private struct SlotProperty: Hashable {
  let slot: Slot
  let key: String
}

/// Holds which properties are read at which steps of a plan.
private struct PropertyReads {
  /// Says before which step a property is best read.
  struct Place {
    let property: SlotProperty
    let step: Int
    /// The reading, as it is written where it comes first.
    let value: ScopedExpression
    /// By what name the value is shown.
    let name: String
  }

  private let steps: ScanSteps
  /// The steps that fill slots with nodes and relationships.
  private var filling: [Slot: Int] = [:]
  private var places: [Place] = []
  /// The steps of each property, in ascending order.
  private var uses: [SlotProperty: [Int]] = [:]

  init(_ steps: ScanSteps) {
    self.steps = steps
    for (index, step) in steps.steps.enumerated() {
      for slot in step.elements { filling[slot] = index }
      add(step.expressions, at: index)
    }
  }

  /// Adds what some expressions read.
  mutating func add(_ expressions: [ScopedExpression], at step: Int) {
    for value in expressions where value.expression.isPlain {
      for read in value.expression.propertyReads {
        guard let (name, key) = read.variableProperty, let slot = value.scope.slots[name],
          filling[slot] != nil
        else { continue }
        let property = SlotProperty(slot: slot, key: key)
        if uses[property] == nil {
          let own = ScopedExpression(read, in: value.scope)
          places.append(
            Place(property: property, step: step, value: own, name: "\(name).\(key)")
          )
        }
        if uses[property]?.last != step { uses[property, default: []].append(step) }
      }
    }
  }

  /// Returns where properties are to be read that would be read too often else.
  ///
  /// - Parameter isRepeated: Whether rows are repeated behind the last step.
  func places(isRepeated: Bool, _ context: RewriteContext) -> [Place] {
    places.compactMap { first in
      guard let start = filling[first.property.slot], let uses = uses[first.property] else {
        return nil
      }
      let end = steps.steps.count
      let isWanted = uses.count > 1 || (isRepeated && first.step == end)
      let next = steps.steps[(start + 1)...].firstIndex { $0.mayRepeat } ?? end
      guard first.step > next else { return isWanted ? first : nil }
      // A step that may repeat rows may also lead to few.
      guard context.rows(steps.plan(of: next)) <= context.rows(steps.plan(of: first.step)) else {
        return isWanted ? first : nil
      }
      return Place(property: first.property, step: next, value: first.value, name: first.name)
    }
  }
}

extension Expression {
  /// The parts that are a property of a variable, of a plain expression.
  fileprivate var propertyReads: [Expression] {
    variableProperty != nil ? [self] : children.flatMap(\.propertyReads)
  }
}

extension ScopedExpression {
  /// Returns the expression with some properties read from slots.
  fileprivate func reading(_ slots: [SlotProperty: Slot]) -> ScopedExpression {
    guard expression.isPlain else { return self }
    var scope = scope
    let changed = expression.replacing { part in
      guard let (name, key) = part.variableProperty, let slot = self.scope.slots[name],
        let made = slots[SlotProperty(slot: slot, key: key)]
      else { return nil }
      let hidden = "\u{0}\(name).\(key)"
      scope.slots[hidden] = made
      return Expression(.variable(hidden), at: part.range)
    }
    return ScopedExpression(changed, in: scope)
  }
}
