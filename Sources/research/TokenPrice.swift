import ArgumentParser
import ResearchCore

/// What a million tokens sent and a million written cost, as it is typed: `0.15/0.60`.
struct TokenPrice: ExpressibleByArgument {
  let price: ModelPrice

  init?(argument: String) {
    let numbers = argument.split(separator: "/", omittingEmptySubsequences: false).compactMap {
      Double($0)
    }
    guard numbers.count == 2, argument.count(where: { $0 == "/" }) == 1,
      numbers.allSatisfy({ (0...1_000_000).contains($0) })
    else { return nil }
    price = ModelPrice(input: numbers[0], output: numbers[1])
  }
}
