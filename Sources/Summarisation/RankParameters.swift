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
  /// Weight of the stems of function words.
  var functionWeight = 0.0
  /// What is left of the weight of a pair of two function words.
  var functionPair = 1.0
  var numberWeight = 1.0
  /// Exponent of the part of all sentences that do not hold a concept.
  var rarityPower = 0.0
  /// Exponent of the number of tenths of a text that hold a concept.
  var spreadPower = 0.0
  /// Exponent of the part of a sentence's words that carry a subject.
  var densityPower = 0.0
  /// What is left of the weight of a stem, and of a pair, after a sentence with it was chosen.
  var stemDecay = 0.1
  var pairDecay = 0.1
  /// Bounds of the ratio by which opening sentences are trusted; nil: always in full.
  var leadTrust: ClosedRange<Double>?
  /// Exponent of a document's share of concepts that others hold too.
  var sharedPower: Double
  /// What a stem of the question counts for, as a multiple of another one of the same worth.
  var askedWeight = 1.0
  /// What is left of the worth of a document's sentences after one of them was chosen.
  var sameDocument = 1.0
  /// What is left of the worth of sentences that speak of their speaker, in texts that seldom do.
  var personalFactor = 1.0
  /// Lengths in words of sentences that may be quoted, unless nothing else is there.
  var sentenceLengths: ClosedRange<Int>

  /// What a unit of the text's length adds, and a unit of what the documents share.
  var byLength = RankSlopes()
  var bySharing = RankSlopes()

  /// One document.
  static let single = RankParameters(
    placeFloor: 0.15,
    placeScale: 5,
    conceptPower: 1.25,
    documentPower: 0,
    pairWeight: 1,
    lonePair: 0.3,
    lengthPower: 0.63,
    priorPower: 0.58,
    functionWeight: 0.09,
    functionPair: 0.6,
    numberWeight: 0.3,
    rarityPower: 0.8,
    spreadPower: 0.2,
    stemDecay: 0.2,
    pairDecay: 0,
    leadTrust: 0.72...1.12,
    sharedPower: 0,
    sentenceLengths: 5...55,
    byLength: RankSlopes(leadTrust: 0.1, stemDecay: 0.45, densityPower: -0.45)
  )

  /// Several documents on one matter.
  static let several = RankParameters(
    placeFloor: 0.12,
    placeScale: 5,
    placeGrowth: 0.07,
    conceptPower: 1,
    documentPower: 0.5,
    pairWeight: 1.5,
    lonePair: 0.15,
    lengthPower: 0.5,
    priorPower: 0.33,
    functionPair: 0.75,
    rarityPower: 0.5,
    spreadPower: 0.2,
    densityPower: -0.15,
    leadTrust: 0.6...0.95,
    sharedPower: 0.3,
    sentenceLengths: 5...80,
    bySharing: RankSlopes(placeFloor: -0.2, placeScale: -2, leadTrust: -0.25)
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
    askedWeight: 2,
    sameDocument: 0.7,
    personalFactor: 0.6,
    sentenceLengths: 7...80
  )

  /// These parameters, leant towards what the texts are like.
  func fitted(to index: ConceptIndex) -> RankParameters {
    let shape = TextShape(index)
    return leant(by: byLength, shape.length).leant(by: bySharing, shape.sharing)
  }

  private func leant(by slopes: RankSlopes, _ amount: Double) -> RankParameters {
    var leant = self
    leant.placeFloor = max(0.02, placeFloor + slopes.placeFloor * amount)
    leant.placeScale = max(0.5, placeScale + slopes.placeScale * amount)
    leant.stemDecay = min(1, max(0, stemDecay + slopes.stemDecay * amount))
    leant.densityPower = densityPower + slopes.densityPower * amount
    leant.leadTrust = leadTrust.map {
      let shift = slopes.leadTrust * amount
      return $0.lowerBound + shift...$0.upperBound + shift
    }
    return leant
  }

  /// What a sentence's place promises: `place` counts from 0, in a document of `count` sentences.
  func placePrior(_ place: Int, of count: Int) -> Double {
    let scale = placeScale + placeGrowth * Double(count)
    return placeFloor + (1 - placeFloor) * exp(-Double(place) / scale)
  }
}

/// What is added to some parameters for each unit of a measure of the texts.
struct RankSlopes {
  var placeFloor = 0.0
  var placeScale = 0.0
  /// Shifts both bounds.
  var leadTrust = 0.0
  var stemDecay = 0.0
  var densityPower = 0.0
}
