import Testing

@testable import Summarisation

struct SentenceClaimTests {
  private func claim(_ text: String) -> SentenceClaim {
    let bytes = Array(text.utf8)
    return SentenceClaim(PlainToken.all(of: bytes.span, 0..<bytes.count), ClaimWords()) { token in
      ["The", "On", "In", "Die", "Le"].contains(bytes.span.string(in: token.bytes))
    }
  }

  @Test(arguments: [
    ("The bank cut its rate on Monday.", "On Monday the bank cut its rate"),
    ("The mayor of Norwich thanked Ann Lee.", "In Norwich the mayor thanked, again, Ann Lee."),
    ("Die Stadt Köln baut 12 Brücken.", "Die Stadt in Köln, sie baut 12 Brücken!"),
    ("公司在周一宣布将会裁员。", "在周一，公司宣布将会裁员！"),
  ])
  func `agree in other words`(pair: (String, String)) {
    #expect(claim(pair.0).agrees(with: claim(pair.1)))
    #expect(claim(pair.1).agrees(with: claim(pair.0)))
  }

  @Test(arguments: [
    ("The bank cut its rate on Monday.", "The bank did not cut its rate on Monday."),
    ("The bank cut its rate on Monday.", "The bank cut its rate on Tuesday."),
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
    ("公司在周一宣布裁员。", "公司在周一没有宣布裁员。"),
    ("公司在周一宣布裁员。", "学校在周二宣布招生。"),
  ])
  func `do not agree where numbers, names or sense differ`(pair: (String, String)) {
    #expect(!claim(pair.0).agrees(with: claim(pair.1)))
    #expect(!claim(pair.1).agrees(with: claim(pair.0)))
  }
}
