/// The text of a page as a list of blocks, and the elements that hold them.
///
/// A block is a run of text between two block boundaries; every element holds a contiguous range of blocks. Inline
/// elements add no boundary and no space (a space would cut words in Chinese and Japanese); an inline element that holds a
/// block element is a block itself. One line break is a space, two in a row end the block.
struct TextBlocks: Sendable {
  /// A run of text.
  struct Block: Sendable {
    /// Its bytes in `text`.
    let start: Int32
    let end: Int32
    /// The length in characters, those of dense scripts counted three times.
    let units: Int32
    /// How much of it is links.
    let linkUnits: Int32
    /// The index in `elements` of the element that holds it.
    let element: Int32
    let tag: Tag
    /// The node of its first text.
    let node: Int32
    let isInList: Bool
    let isInTable: Bool
    let isInCaption: Bool
  }

  /// An element that can hold blocks.
  struct Element: Sendable {
    let node: Int32
    let tag: Tag
    /// The index of the element around it, -1 for the body.
    let parent: Int32
    /// The index behind the last element within this one.
    var end: Int32
    var firstBlock: Int32
    var lastBlock: Int32
    /// The number that a list says it begins with, or an item says it has; 0 for none.
    var number: Int32 = 0
    /// A picture or film lies within.
    var holdsImage = false

    var blocks: Range<Int> { Int(firstBlock)..<Int(lastBlock) }
  }

  /// A piece of a link's text, within one block.
  struct Link: Sendable {
    /// Its bytes in `text`.
    let start: Int32
    let end: Int32
    let node: Int32
  }

  var blocks: [Block] = []
  var elements: [Element] = []
  var text: [UInt8] = []
  /// In the order of the text; none overlap.
  var links: [Link] = []
  /// What fades in is the page's text, not hidden in it.
  var showsFading = false

  /// The bytes of a block.
  func bytes(of block: Int) -> ArraySlice<UInt8> {
    text[Int(blocks[block].start)..<Int(blocks[block].end)]
  }

  /// The elements of a kind that lie within no other one of it, in the order of the page.
  func outermost(where isOne: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index < elements.count {
      if isOne(index) {
        found.append(index)
        index = Int(elements[index].end)
      } else {
        index += 1
      }
    }
    return found
  }

  /// The links within some bytes of the text.
  func links(in bytes: Range<Int32>) -> ArraySlice<Link> {
    let start = place(ofLinkFrom: bytes.lowerBound)
    return links[start..<max(start, place(ofLinkFrom: bytes.upperBound))]
  }

  /// The index of the first link that does not begin before a place.
  private func place(ofLinkFrom byte: Int32) -> Int {
    var (low, high) = (0, links.count)
    while low < high {
      let middle = (low + high) / 2
      if links[middle].start < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
