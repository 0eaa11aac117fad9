/// Numbers distinct pairs of numbers in the order of their first appearance.
struct PairTable {
  private var keys: [UInt64] = []
  private var slots = [UInt32](repeating: 0, count: 1024)
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

  /// How many pairs have a number.
  var count: Int { keys.count }

  /// The number of a pair, a new one if it was never seen.
  @inline(__always)
  mutating func number(_ first: UInt32, _ second: UInt32) -> Int {
    let key = UInt64(first) << 32 | UInt64(second)
    let mask = slots.count - 1
    var slot = home(of: key) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if keys[number] == key { return number }
      slot = (slot + 1) & mask
    }
    keys.append(key)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  @inline(__always)
  private func home(of key: UInt64) -> Int {
    var hash = (key ^ seed) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: hash >> 20)
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for number in keys.indices {
      var slot = home(of: keys[number]) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = UInt32(number + 1)
    }
    slots = larger
  }
}
