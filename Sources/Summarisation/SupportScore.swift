/// How far passages say what a sentence says, by signs alone: words, numbers, names and negation.
///
/// For sentences that are not word for word. It is no proof: what uses the same words in another
/// order, or turns one lower-case word into its opposite, keeps its score. <doc:Proofs> has the
/// errors that were measured.
package struct SupportScore: Sendable, Equatable {
  /// The share of the sentence's content words that the passages have, from 0 to 1.
  package var words = 1.0
  /// Numbers of the sentence that the passages do not have, as they are compared.
  package var numbers: [String] = []
  /// Names, or words as foreign to the passages as names, in small letters.
  package var names: [String] = []
  /// Names and numbers that stand where the passages have another one.
  package var moved: [String] = []
  /// Words that are denied on one side only.
  package var denials: [String] = []

  /// From this value on passages support a sentence.
  package static let threshold = 0.6

  /// From 0 to 1: the share of words, halved for each kind of sign against it.
  package var value: Double {
    let against = [numbers, names, moved, denials].count { !$0.isEmpty }
    return words / Double(1 << against)
  }

  /// Whether passages support the sentence: enough of its words, and nothing against it.
  package var isSupported: Bool {
    words >= Self.threshold && numbers.isEmpty && names.isEmpty && moved.isEmpty
      && denials.isEmpty
  }

  /// What speaks against the sentence, for people; nil where nothing does.
  package var objection: String? {
    var reasons: [String] = []
    if !numbers.isEmpty { reasons.append("numbers not there: " + numbers.joined(separator: ", ")) }
    if !names.isEmpty { reasons.append("names not there: " + names.joined(separator: ", ")) }
    if !moved.isEmpty { reasons.append("in another's place: " + moved.joined(separator: ", ")) }
    if !denials.isEmpty { reasons.append("denied on one side: " + denials.joined(separator: ", ")) }
    if words < Self.threshold { reasons.append("\(Int(words * 100)) % of its words") }
    return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
  }
}
