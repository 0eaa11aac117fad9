import Testing

/// A page that was written for a test, and what it is.
struct PageFixture: Sendable, CustomTestStringConvertible {
  let name: String
  let html: String

  init(_ name: String, _ html: String) {
    (self.name, self.html) = (name, html)
  }

  var testDescription: String { name }
}
