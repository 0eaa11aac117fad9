@testable import Fetching

/// Compressed bodies: the first byte of an input chooses the encodings, and the bound.
enum CodingTrial {
  private static let codings = [
    ["gzip"], ["deflate"], ["br"], ["zstd"], ["gzip, br"], ["deflate", "gzip"], ["x-gzip"],
    ["none"],
  ]

  /// Undoes what an input is said to be encoded in.
  static func run(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let limit = first & 8 == 0 ? 1 << 20 : 200
    let decoder = ContentDecoder(limit: limit)
    do throws(FetchError) {
      let body = try decoder.decode(
        Array(input.dropFirst()),
        encodings: codings[Int(first & 7)]
      )
      Law.check(body.count <= limit, "a body stays within its bound")
    } catch .decode(let reason) {
      Law.check(!reason.isEmpty, "a failure says why")
    } catch .tooLarge(limit: let told, measure: _) {
      Law.check(told == limit, "the bound is told")
    } catch {
      Law.check(false, "decoding fails for no other reason")
    }
  }
}
