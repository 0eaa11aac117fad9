internal import CCurl

/// Header lines in libcurl's form, freed with their owner.
final class HeaderList {
  private(set) var head: UnsafeMutablePointer<curl_slist>?

  /// Makes a list of lines.
  init(_ lines: [String]) {
    // Where memory is lacking the list stays as it is: libcurl's own convention.
    for line in lines { head = curl_slist_append(head, line) ?? head }
  }

  deinit {
    curl_slist_free_all(head)
  }

  /// Makes the lines of these fields, a later one replacing earlier ones of its name.
  static func lines(of layers: [[HeaderField]]) throws(FetchError) -> [String] {
    var fields: [HeaderField] = []
    for layer in layers {
      fields.removeAll { old in layer.contains { $0.name.isEqualIgnoringCase(to: old.name) } }
      fields += layer
    }
    var lines: [String] = []
    for field in fields {
      try check(field)
      lines.append("\(field.name):\(field.value.isEmpty ? "" : " \(field.value)")")
    }
    return lines
  }

  /// A line end in a field would let it smuggle in others.
  private static func check(_ field: HeaderField) throws(FetchError) {
    let isName =
      !field.name.isEmpty && field.name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 58 }
    guard isName, field.value.utf8.allSatisfy({ $0 >= 32 && $0 != 127 || $0 == 9 }) else {
      throw .invalidConfiguration(reason: "--header \"\(field.name)\" is not a valid one")
    }
  }
}
