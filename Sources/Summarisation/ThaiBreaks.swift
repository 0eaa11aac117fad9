/// Where Thai and Lao texts are parted, which have no mark at the end of a sentence.
///
/// A space parts phrases. It ends a sentence before a word that begins sentences ("however"), after
/// a particle that ends them, and behind 80 characters before any word that does not go on with
/// what was said.
struct ThaiBreaks: Sendable {
  private let starters: [[UInt8]]
  private let endings: [[UInt8]]
  private let continuations: [[UInt8]]
  /// Bytes of a sentence after which a beginning or a particle is believed, any space parts, and a
  /// space parts whatever follows; a character takes three.
  private static let few = 60
  private static let many = 240
  private static let most = 600

  init() {
    func list(_ words: String) -> [[UInt8]] { words.utf8.split(separator: 0x20).map(Array.init) }
    starters = list(
      """
      อย่างไรก็ตาม อย่างไรก็ดี นอกจากนี้ นอกจากนั้น นอกเหนือจาก ทั้งนี้ ดังนั้น เพราะฉะนั้น ต่อมา ขณะเดียวกัน \
      ในขณะเดียวกัน จากนั้น หลังจากนั้น ล่าสุด แต่ ด้านนาย ส่วน สำหรับ ในทางกลับกัน ในที่สุด อีกทั้ง
      """
    )
    endings = list("ครับ ค่ะ คะ นะ จ้า จ้ะ ฮะ")
    continuations = list(
      """
      และ หรือ ที่ ซึ่ง โดย เพื่อ ว่า ของ จาก ใน กับ แก่ ให้ คือ เป็น ได้ ถึง ตาม รวมทั้ง รวมถึง เช่น ฯลฯ \
      เนื่องจาก เพราะ จน แล้ว ก็ จึง แต่ละ อัน ต่อ ไป มา ไม่ จะ
      """
    )
  }

  /// Whether the space at `index` ends the sentence that began at `start`.
  func isEnd(_ text: Span<UInt8>, at index: Int, start: Int) -> Bool {
    let length = index - start
    guard length >= Self.few, index + 3 < text.count, Self.isThai(text, at: index - 3),
      Self.isThai(text, at: index + 1)
    else { return false }
    if length >= Self.most { return true }
    if continuations.contains(where: { text.holds($0, at: index + 1) }) { return false }
    return length >= Self.many || starters.contains { text.holds($0, at: index + 1) }
      || endings.contains { text.ends($0, at: index) }
  }

  private static func isThai(_ text: Span<UInt8>, at index: Int) -> Bool {
    text[index] == 0xE0 && (0xB8...0xBB).contains(text[index + 1])
  }
}
