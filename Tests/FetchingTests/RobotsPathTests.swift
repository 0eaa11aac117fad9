import TestSupport
import Testing

@testable import Fetching

struct RobotsPathTests {
  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(arguments: [
    ("/", "/"), ("/foo/bar?baz=quz", "/foo/bar?baz=quz"), ("/foo/bar/ツ", "/foo/bar/%E3%83%84"),
    ("/foo/bar/%E3%83%84", "/foo/bar/%E3%83%84"), ("/foo/bar/%e3%83%84", "/foo/bar/%E3%83%84"),
    ("/foo/bar/%62%61%7A", "/foo/bar/baz"), ("/a%2Fb", "/a%2Fb"), ("/a%2fb", "/a%2Fb"),
    ("/~x-._%7e%2D%2e%5F", "/~x-._~-._"), ("/a?b=%2Fc%3F", "/a?b=/c?"),
    ("/a?%26=%3d", "/a?%26=%3D"),
    ("/100%", "/100%25"), ("/%4", "/%254"), ("/%zz", "/%25zz"), ("/%%41", "/%25A"),
    ("/*$", "/%2A%24"), ("/a:b@c;d,e!(f)'", "/a%3Ab%40c%3Bd%2Ce%21%28f%29%27"), ("", ""),
    ("/a b|{}\"<>\\^`", "/a%20b%7C%7B%7D%22%3C%3E%5C%5E%60"), ("/\u{0}\u{7f}", "/%00%7F"),
  ])
  func `brings a path to one form`(_ path: String, _ expected: String) {
    #expect(Self.text(RobotsPath.normalised(path: path.utf8)) == expected)
    #expect(Self.text(RobotsPath.normalised(path: expected.utf8)) == expected)
  }

  @Test(arguments: [
    ("/a*b", "/a*b"), ("/a***b*", "/a*b*"), ("/a%2Ab", "/a%2Ab"), ("/a$", "/a$"),
    ("/a$b", "/a%24b"), ("/a%24", "/a%24"), ("/$$", "/%24$"), ("*", "*"), ("$", "$"),
  ])
  func `keeps what is special in a pattern`(_ pattern: String, _ expected: String) {
    #expect(Self.text(RobotsPath.normalised(pattern: Array(pattern.utf8)[...])) == expected)
  }

  /// The same by a table of all pairs of beginnings, which nobody could get wrong.
  private static func reference(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    var pattern = pattern
    if pattern.last == UInt8(ascii: "$") { pattern.removeLast() } else { pattern += [42] }
    var row = [true] + path.map { _ in false }
    for byte in pattern {
      var next = row.map { _ in false }
      for end in row.indices {
        if byte == 42 {
          next[end] = row[end] || (end > 0 && next[end - 1])
        } else {
          next[end] = end > 0 && row[end - 1] && path[end - 1] == byte
        }
      }
      row = next
    }
    return row.last == true
  }

  @Test(arguments: [1, 2, 3, 4, UInt64.random(in: 5...(.max))])
  func `covers what a plain table says`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var matches = 0
    for _ in 0..<5_000 {
      let pattern = generator.word(of: "aab/**", upTo: 9) + generator.word(of: "$", upTo: 1)
      let path = generator.word(of: "aab/", upTo: 12)
      var steps = 10_000
      let covers = RobotsPath.covers(pattern.span, path.span, steps: &steps)
      matches += covers ? 1 : 0
      let name = "\(Self.text(pattern)) on \(Self.text(path)), seed \(seed)"
      #expect(covers == Self.reference(pattern, path), "\(name)")
    }
    #expect((500...4_500).contains(matches))
  }

  @Test(arguments: [("*", "b"), ("a*", "b"), ("*a", "$")])
  func `many wildcards cost no more than the path is long`(_ part: String, _ end: String) {
    let text = String(repeating: part, count: 10_000) + end
    let pattern = RobotsPath.normalised(pattern: Array(text.utf8)[...])
    let path = [UInt8](repeating: UInt8(ascii: "a"), count: 20_000)
    var steps = 60_000
    _ = RobotsPath.covers(pattern.span, path.span, steps: &steps)
    #expect(steps > 0)
  }

  @Test func `gives up when the steps are used up`() {
    let pattern = [42] + [UInt8](repeating: 97, count: 5_000) + [98]
    let path = [UInt8](repeating: 97, count: 20_000)
    var steps = 10_000
    #expect(!RobotsPath.covers(pattern.span, path.span, steps: &steps))
    #expect(steps == 0)
  }
}

extension SeededGenerator {
  /// A word of some of these letters, a repeated one more often.
  mutating func word(of letters: String, upTo length: Int) -> [UInt8] {
    let letters = Array(letters.utf8)
    let count = Int.random(in: 0...length, using: &self)
    return (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &self)] }
  }
}
