import Glibc

/// What the choice of sentences is tuned by; one set a task, found by cross-validation.
///
/// Prior-weighted concept coverage: a sentence is worth the concepts that it holds, a concept what
/// the places of its sentences are worth, and a concept that was said counts little again.
struct RankParameters {
  /// The place prior falls from 1 to `placeFloor`, by the factor e in `placeScale` sentences.
  var placeFloor: Double
  var placeScale: Double
  /// Sentences that the scale grows by for each sentence of the document.
  var placeGrowth = 0.0
  var conceptPower: Double
  /// Exponent of the number of documents that hold a concept.
  var documentPower: Double
  var pairWeight: Double
  /// What is left of the weight of a pair of stems that is seen once.
  var lonePair = 0.3
  var lengthPower: Double
  var priorPower: Double
  /// What is left of a concept's weight after a sentence with it was chosen.
  var decay = 0.1
  /// Bounds of the ratio by which opening sentences are trusted; nil: always in full.
  var leadTrust: ClosedRange<Double>?
  /// Exponent of a document's share of concepts that others hold too.
  var sharedPower: Double
  /// Lengths in words of sentences that may be quoted, unless nothing else is there.
  var sentenceLengths: ClosedRange<Int>

  /// One document.
  static let single = RankParameters(
    placeFloor: 0.15,
    placeScale: 5,
    conceptPower: 1.25,
    documentPower: 0,
    pairWeight: 1,
    lengthPower: 0.6,
    priorPower: 0.6,
    leadTrust: 0.8...1.2,
    sharedPower: 0,
    sentenceLengths: 5...60
  )

  /// Several documents on one matter.
  static let several = RankParameters(
    placeFloor: 0.1,
    placeScale: 1.5,
    placeGrowth: 0.1,
    conceptPower: 1,
    documentPower: 0.3,
    pairWeight: 1.5,
    lengthPower: 0.5,
    priorPower: 0.3,
    leadTrust: 0.6...1.0,
    sharedPower: 0.3,
    sentenceLengths: 5...80
  )

  /// One document or several, in the light of a question.
  static let question = RankParameters(
    placeFloor: 0.2,
    placeScale: 4,
    conceptPower: 0.7,
    documentPower: 0.3,
    pairWeight: 1,
    lengthPower: 0.5,
    priorPower: 0.3,
    leadTrust: nil,
    sharedPower: 0,
    sentenceLengths: 8...80
  )

  /// What a sentence's place promises: `place` counts from 0, in a document of `count` sentences.
  func placePrior(_ place: Int, of count: Int) -> Double {
    let scale = placeScale + placeGrowth * Double(count)
    return placeFloor + (1 - placeFloor) * exp(-Double(place) / scale)
  }
}
