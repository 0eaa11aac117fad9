import Testing

@testable import Summarisation

struct WordTableTests {
  @Test func `numbers words by first appearance and finds them again`() {
    var table = WordTable()
    let words = (0..<5_000).map { Array("word\($0)".utf8) }
    for (number, word) in words.enumerated() { #expect(table.number(word) == number) }
    for (number, word) in words.enumerated() { #expect(table.number(word) == number) }
    #expect(table.find(Array("word77".utf8)) == 77)
    #expect(table.find(Array("other".utf8)) == nil)
    #expect(table.find([]) == nil)
    #expect(table.count == 5_000)
  }

  @Test func `numbers pairs in their order`() {
    var table = PairTable()
    for number in 0..<3_000 {
      #expect(table.number(UInt32(number / 50), UInt32(number % 50)) == number)
    }
    #expect(table.number(2, 1) == 101)
    #expect(table.number(1, 2) == 52)
    #expect(table.count == 3_000)
  }
}
