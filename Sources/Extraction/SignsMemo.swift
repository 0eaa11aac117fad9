/// Remembers the signs of the names met last on a page: the same few stand on most of its tags.
///
/// Each place holds the newest name that falls on it. As in `NameTable` a name is known by its hash alone.
struct SignsMemo {
  private static let places = 256

  private var keys = [UInt64](repeating: 0, count: places)
  private var values = [NameSigns](repeating: [], count: places)
  private var reader = NameReader()

  /// The signs of all names in the value of a class attribute or an id.
  mutating func signs(of value: Span<UInt8>) -> NameSigns {
    let key = Self.hash(value)
    let place = Int(truncatingIfNeeded: key ^ (key >> 32)) & (Self.places - 1)
    if keys[place] == key { return values[place] }
    let signs = reader.signs(of: value)
    keys[place] = key
    values[place] = signs
    return signs
  }

  /// The hash by FNV-1a, with capitals, since they begin words; never 0, which is the key of an empty place.
  private static func hash(_ value: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in value.indices { hash = (hash ^ UInt64(value[index])) &* 0x100_0000_01b3 }
    return hash | 1
  }
}
