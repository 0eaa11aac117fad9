/// Which other places say what a sentence says, and how many sources confirm it.
///
/// Places that hold it character for character, white space aside, can be cited for it. Others of
/// its group agree where nothing in ``SentenceClaim`` tells them apart. Sources are counted once
/// for all that were copied from one another.
struct Agreement {
  private let index: CollectionIndex
  private let corroboration: Corroboration
  private let lists: ClaimWords
  private var claims: [Int: SentenceClaim] = [:]

  /// Sentences of other documents, the first of each, in order of documents.
  struct Support {
    var same: [Int] = []
    var agreeing: [Int] = []
    /// How many independent documents say it, its own among them.
    var sources = 1
  }

  init(_ index: CollectionIndex, _ corroboration: Corroboration, _ lists: ClaimWords) {
    (self.index, self.corroboration, self.lists) = (index, corroboration, lists)
  }

  /// The support of a sentence.
  mutating func support(of sentence: Int) -> Support {
    var support = Support()
    var found = FoundPlace()
    for other in corroboration.alike(sentence) {
      if index.document(of: other) != found.document {
        note(found, &support)
        found = FoundPlace(document: index.document(of: other))
      }
      if found.same == nil, index.isSameText(sentence, other) { found.same = other }
      if found.same == nil, found.agreeing == nil,
        claim(of: sentence).agrees(with: claim(of: other))
      {
        found.agreeing = other
      }
    }
    note(found, &support)
    support.sources = independent(sentence, support)
    return support
  }

  /// The support of a sentence by others that are known to give its value.
  func support(of sentence: Int, _ others: [Int]) -> Support {
    var support = Support()
    var document = -1
    for other in others where index.document(of: other) != document {
      document = index.document(of: other)
      if index.isSameText(sentence, other) {
        support.same.append(other)
      } else {
        support.agreeing.append(other)
      }
    }
    support.sources = independent(sentence, support)
    return support
  }

  private func independent(_ sentence: Int, _ support: Support) -> Int {
    let sentences = [sentence] + support.same + support.agreeing
    return index.copies.independent(sentences.map(index.document))
  }

  /// What was found in one document.
  private struct FoundPlace {
    var document = -1
    var same: Int?
    var agreeing: Int?
  }

  private func note(_ found: FoundPlace, _ support: inout Support) {
    if let same = found.same {
      support.same.append(same)
    } else if let agreeing = found.agreeing {
      support.agreeing.append(agreeing)
    }
  }

  private mutating func claim(of sentence: Int) -> SentenceClaim {
    if let claim = claims[sentence] { return claim }
    let claim = index.claim(of: sentence, lists)
    claims[sentence] = claim
    return claim
  }
}
