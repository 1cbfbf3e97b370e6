import Backchannel
import CaseModel
import TestSupport

/// Makes cases of chance: the built-in one, with claims that say something else or are not there.
enum VariedCase {
  static func content(seed: UInt64) throws -> CaseContent {
    var content = try Case.demoContent()
    guard seed > 0 else { return content }
    var random = SeededGenerator(seed: seed)
    for event in content.events where random.chance(2) {
      let date = try UncertainDate(
        edtf: random.pick(["2018-01", "2018-02-01", "2017"], or: "2018")
      )
      content.attributes.append(
        Attribute(id: FactID("\(event.id)#another-date"), event: event.id, value: .date(date))
      )
    }
    let facts = content.facts.map { ClaimTarget.fact($0.id) }
    content.claims = content.claims.filter { _ in !random.chance(4) }.map { claim in
      varied(claim, facts, content.sources.map(\.id), &random)
    }
    content.claims = withoutLooseEnds(content.claims)
    content.sort()
    return content
  }

  /// Leaves out what came through, or speaks of, a claim that is not there.
  private static func withoutLooseEnds(_ claims: [Claim]) -> [Claim] {
    let known = Set(claims.map(\.id))
    let kept = claims.filter { claim in
      if let via = claim.via, !known.contains(via) { return false }
      guard case .claim(let target) = claim.target else { return true }
      return known.contains(target)
    }
    return kept.count == claims.count ? kept : withoutLooseEnds(kept)
  }

  private static func varied(
    _ claim: Claim,
    _ facts: [ClaimTarget],
    _ sources: [SourceID],
    _ random: inout SeededGenerator
  ) -> Claim {
    let isAboutFact = if case .fact = claim.target { true } else { false }
    return Claim(
      id: claim.id,
      claimant: claim.claimant,
      stance: random.chance(3) ? random.pick(Stance.allCases, or: .asserts) : claim.stance,
      target: isAboutFact && random.chance(3) ? random.pick(facts, or: claim.target) : claim.target,
      source: random.chance(3) ? random.pick(sources, or: "s") : claim.source,
      saidOn: random.chance(3)
        ? try? UncertainDate(edtf: random.pick(["2018-01-29", "2018-02-02"], or: "2018"))
        : claim.saidOn,
      locator: claim.locator,
      quote: claim.quote,
      language: claim.language,
      via: claim.via,
      utterance: claim.utterance,
      isOnRecord: claim.isOnRecord,
      isConfidential: claim.isConfidential,
      note: claim.note
    )
  }
}
