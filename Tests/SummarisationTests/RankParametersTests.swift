import Testing

@testable import Summarisation

struct RankParametersTests {
  @Test func `falls from one to its floor, place by place`() {
    let parameters = RankParameters.single
    #expect(parameters.placePrior(0, of: 10) == 1)
    #expect(parameters.placePrior(1, of: 10) < 1)
    #expect(abs(parameters.placePrior(10_000, of: 10_000) - parameters.placeFloor) < 1e-9)
  }

  @Test func `lets a stem of a long text be said again, and asks less density of it`() {
    let short = RankParameters.single.fitted(to: indexed([["Ships sail."]]))
    let long = RankParameters.single.fitted(
      to: indexed([Array(repeating: "Ships sail.", count: 320)])
    )
    #expect(short.stemDecay == RankParameters.single.stemDecay)
    #expect(long.stemDecay > short.stemDecay)
    #expect(long.stemDecay < 1)
    #expect(long.densityPower < short.densityPower)
    #expect(long.pairDecay == short.pairDecay)
  }

  @Test func `trusts openings sooner where documents tell the same story`() throws {
    let same = RankParameters.several.fitted(to: indexed([["ship ice"], ["ship ice"]]))
    let apart = RankParameters.several.fitted(to: indexed([["ship ice"], ["oak elm"]]))
    #expect(try #require(same.leadTrust).upperBound < #require(apart.leadTrust).lowerBound + 0.5)
    #expect(try #require(same.leadTrust).lowerBound < #require(apart.leadTrust).lowerBound)
    #expect(same.placeFloor < apart.placeFloor)
    #expect(same.placeScale < apart.placeScale)
    #expect(same.placeFloor > 0)
  }

  @Test func `is not led by the text where a question leads`() {
    let long = indexed([Array(repeating: "Ships sail.", count: 320), ["Ships sail."]])
    let fitted = RankParameters.question.fitted(to: long)
    #expect(fitted.stemDecay == RankParameters.question.stemDecay)
    #expect(fitted.leadTrust == nil)
  }
}
