import Glibc

/// The worth of the sentences of one or several documents before any is chosen.
struct SentenceRank {
  /// What a sentence's concepts count for: shorter and better placed ones say it better.
  private(set) var factors: [Double]
  private(set) var weights: [Double]
  /// The gain of each sentence when nothing was said yet.
  private(set) var gains: [Double]
  /// What the choice is tuned by, fitted to these texts.
  let parameters: RankParameters

  private static let fragmentPrior = 0.2
  private static let questionFactor = 0.6
  private static let shortest = 4.0
  private static let leadSentences = 3
  /// The parts of the sentences with words of talk from which on a text is partly and wholly talk.
  private static let (leastTalk, wholeTalk) = (0.35, 0.5)
  /// The part of questions that talk has at least.
  private static let talkQuestions = 0.05
  private static let mostPersonal = 0.4

  /// Ranks by place, and by `relevance` to a question where there is one.
  init(_ index: ConceptIndex, _ parameters: RankParameters, relevance: Relevance?) {
    let parameters = parameters.fitted(to: index)
    self.parameters = parameters
    let lengths = index.entries.map {
      pow(max(Self.shortest, Double($0.words)), -parameters.lengthPower)
    }
    let concepts = ConceptFactors(index, parameters)
    let trust = Self.leadTrust(index, concepts, parameters, lengths)
    let priors = Self.priors(index, parameters, trust: trust, relevance: relevance)
    weights = ConceptWeights(index, concepts, priors: priors, parameters).values
    var factors = index.entries.indices.map { sentence in
      let factor = index.entries[sentence].isQuestion ? Self.questionFactor : 1
      let density = pow(index.densities[sentence], parameters.densityPower)
      return lengths[sentence] * pow(priors[sentence], parameters.priorPower) * factor * density
    }
    if parameters.personalFactor != 1 { Self.lowerPersonal(&factors, index, parameters) }
    self.factors = factors
    gains = Self.gains(index, weights, factors)
  }

  /// A sentence of "I" and "we" leans on its speaker; where most are of that kind, as in meetings, that
  /// tells them apart no more.
  private static func lowerPersonal(
    _ factors: inout [Double],
    _ index: ConceptIndex,
    _ parameters: RankParameters
  ) {
    for document in index.documents {
      let usual = document.filter {
        parameters.sentenceLengths.contains(index.entries[$0].words)
      }
      let personal = usual.count { index.entries[$0].isPersonal }
      guard Double(personal) < mostPersonal * Double(usual.count) else { continue }
      for sentence in document where index.entries[sentence].isPersonal {
        factors[sentence] *= parameters.personalFactor
      }
    }
  }

  /// Prior of each sentence: its place as far as that is trusted, the question, its completeness.
  private static func priors(
    _ index: ConceptIndex,
    _ parameters: RankParameters,
    trust: Double,
    relevance: Relevance?
  ) -> [Double] {
    var priors: [Double] = []
    priors.reserveCapacity(index.entries.count)
    for (document, sentences) in index.documents.enumerated() {
      for sentence in sentences {
        let entry = index.entries[sentence]
        let place = parameters.placePrior(entry.place, of: index.lengths[document])
        var prior = 1 - trust * (1 - place)
        if let relevance {
          prior = (relevance.floor + relevance.values[sentence]) * sqrt(prior)
        }
        priors.append(entry.isComplete ? prior : prior * fragmentPrior)
      }
    }
    return priors
  }

  /// How far opening sentences are central anyway, from 0 (meetings, stories) to 1 (news).
  private static func leadTrust(
    _ index: ConceptIndex,
    _ concepts: ConceptFactors,
    _ parameters: RankParameters,
    _ lengths: [Double]
  ) -> Double {
    guard let bounds = parameters.leadTrust, !index.entries.isEmpty else { return 1 }
    let flat = [Double](repeating: 1, count: index.entries.count)
    let weights = ConceptWeights(index, concepts, priors: flat, parameters).values
    let gains = gains(index, weights, lengths)
    var lead = Mean()
    var all = Mean()
    for document in index.documents {
      var place = 0
      for sentence in document {
        let entry = index.entries[sentence]
        guard entry.isComplete, parameters.sentenceLengths.contains(entry.words) else { continue }
        all.add(gains[sentence])
        if place < leadSentences { lead.add(gains[sentence]) }
        place += 1
      }
    }
    guard all.value > 0 else { return 1 }
    let ratio = lead.value / all.value
    let trust = (ratio - bounds.lowerBound) / (bounds.upperBound - bounds.lowerBound)
    return min(1, max(0, trust)) * matter(of: index)
  }

  /// How far a text is no talk, from 0 to 1: whoever talks says "I" and "you", and asks.
  private static func matter(of index: ConceptIndex) -> Double {
    let count = Double(index.entries.count)
    let talk = Double(index.entries.count(where: \.isTalk)) / count
    let questions = Double(index.entries.count(where: \.isQuestion)) / count
    let isTalk = min(1, max(0, (talk - leastTalk) / (wholeTalk - leastTalk)))
    return 1 - isTalk * min(1, questions / talkQuestions)
  }

  private static func gains(
    _ index: ConceptIndex,
    _ weights: [Double],
    _ factors: [Double]
  ) -> [Double] {
    index.entries.indices.map { sentence in
      var sum = 0.0
      for at in index.range(of: sentence) { sum += weights[Int(index.concepts[at])] }
      return sum * factors[sentence]
    }
  }
}

private struct Mean {
  private var sum = 0.0
  private var count = 0.0

  mutating func add(_ value: Double) {
    sum += value
    count += 1
  }

  var value: Double { count > 0 ? sum / count : 0 }
}
