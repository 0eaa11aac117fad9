import Testing

@testable import Summarisation

struct SentenceClaimTests {
  private func claim(_ text: String) -> SentenceClaim {
    let bytes = Array(text.utf8)
    let tokens = PlainToken.all(of: bytes.span, 0..<bytes.count)
    return SentenceClaim(tokens, bytes.span, ClaimWords()) { token in
      ["The", "THE", "the", "that", "On", "on", "In", "Die", "Le", "all", "some", "by"].contains(
        bytes.span.string(in: token.bytes)
      )
    }
  }

  @Test(arguments: [
    ("The bank cut its rate on Monday.", "On Monday the bank cut its rate"),
    ("The “mayor” thanked Ann Lee.", "The mayor thanked Ann Lee!"),
    ("The mayor thanked ANN Lee.", "THE MAYOR THANKED Ann Lee."),
    ("Police said that the bridge is shut.", "The bridge is shut."),
    ("The bridge is shut, police said on Monday.", "The bridge is shut."),
    ("It cost 1,000 crowns.", "It cost 1000 crowns."),
    ("公司在周一宣布将会裁员。", "公司在周一，宣布将会裁员！"),
  ])
  func `agree in other words`(pair: (String, String)) {
    #expect(claim(pair.0).agrees(with: claim(pair.1)))
    #expect(claim(pair.1).agrees(with: claim(pair.0)))
  }

  @Test(arguments: [
    ("The bank cut its rate on Monday.", "The bank did not cut its rate on Monday."),
    ("The bank cut its rate on Monday.", "The bank cut its rate on Tuesday."),
    ("The bank closed before Monday.", "The bank closed after Monday."),
    ("The bridge is shut on Monday, police said.", "The bridge is shut."),
    ("Police said that on Monday the bridge is shut.", "The bridge is shut."),
    ("The bank cut its rate to 2 percent.", "The bank cut its rate to 2.5 percent."),
    ("The bank cut two rates.", "The bank cut three rates."),
    ("The bank may cut its rate.", "The bank will cut its rate."),
    ("Apple sued Google over a patent.", "Google sued Apple over a patent."),
    ("The mayor of Norwich thanked all.", "The mayor of Ipswich thanked all."),
    ("Officials counted the votes again.", "Reporters counted the votes again."),
    ("The shares rose on news of the sale.", "The shares fell on news of the sale."),
    ("The bill passed before the vote.", "The bill passed after the vote."),
    ("Die Brücke ist sicher.", "Die Brücke ist nicht sicher."),
    ("Le maire a signé.", "Le maire n'a jamais signé."),
    ("The court found the driver responsible.", "The court found the cyclist responsible."),
    ("Nurses accuse doctors.", "Doctors accuse nurses."),
    ("The dog bit the man.", "The man bit the dog."),
    ("The city will raise the tax.", "The city will scrap the tax."),
    ("Experts claimed the dam is safe.", "Experts doubted the dam is safe."),
    ("The bank plans to close the branch.", "The bank closed the branch."),
    ("Der Antrag wurde angenommen.", "Der Antrag wurde abgelehnt."),
    ("Le projet est accepté.", "Le projet est rejeté."),
    ("He fed all the cats.", "He fed some the cats."), ("Most cats sleep.", "Few cats sleep."),
    ("Only cats sleep.", "Cats sleep."), ("They pay if it rains.", "They pay when it rains."),
    ("They would pay the tax.", "They pay the tax."),
    (
      "They treated 12 patients, and 3 of them died.",
      "They treated 3 patients, and 12 of them died."
    ),
    ("They treated twelve men, and three died.", "They treated three men, and twelve died."),
    ("It cost €650 million.", "It cost $650 million."), ("It rose 5%.", "It rose 5°."),
    ("It is 12 miles long.", "It is 12 kilometres long."), ("It is 650 € now.", "It is 650 $ now."),
    ("It was -12 there.", "It was 12 there."), ("It was −12 there.", "It was 12 there."),
    ("Nobody said that the bridge is shut.", "The bridge is shut."),
    ("Is the bridge shut?", "Is the bridge shut."),
    ("公司在周一宣布裁员。", "公司在周一没有宣布裁员。"),
    ("公司在周一宣布裁员。", "学校在周二宣布招生。"),
  ])
  func `do not agree where numbers, names or sense differ`(pair: (String, String)) {
    #expect(!claim(pair.0).agrees(with: claim(pair.1)))
    #expect(!claim(pair.1).agrees(with: claim(pair.0)))
  }
}
