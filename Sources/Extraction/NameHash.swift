/// A hash of a short name, fed byte by byte; upper-case ASCII counts as lower case (FNV-1a, 64 bits).
struct NameHash: Sendable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte.asciiLowered)) &* 0x100_0000_01b3
  }
}

/// A fixed table from names to values, looked up by hash alone.
///
/// A foreign name that collides is taken for the name it collides with; at 64 bits this happens on purpose only, and does
/// no harm beyond the page that does it.
struct NameTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value]
  private let missing: Value

  /// Later pairs are combined with earlier ones of the same name.
  init(
    _ pairs: [(String, Value)],
    missing: Value,
    hashing hash: (String.UTF8View) -> UInt64 = { NameHash($0).value },
    combining combine: (Value, Value) -> Value = { $1 }
  ) {
    var capacity = 16
    while capacity < pairs.count * 2 { capacity *= 2 }
    keys = [UInt64](repeating: 0, count: capacity)
    values = [Value](repeating: missing, count: capacity)
    self.missing = missing
    for (name, value) in pairs {
      let hash = hash(name.utf8)
      let slot = slot(of: hash)
      values[slot] = keys[slot] == hash ? combine(values[slot], value) : value
      keys[slot] = hash
    }
  }

  @inline(__always)
  subscript(_ hash: UInt64) -> Value {
    let slot = slot(of: hash)
    return keys[slot] == hash ? values[slot] : missing
  }

  private func slot(of hash: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while keys[slot] != 0 && keys[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }
}
