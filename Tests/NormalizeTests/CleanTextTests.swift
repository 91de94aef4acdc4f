import Normalize
import Testing

@Suite struct CleanTextTests {
  struct Cell: Sendable {
    let raw: String
    let clean: String
    let isRepaired: Bool
  }

  @Test(arguments: [
    Cell(raw: "", clean: "", isRepaired: false),
    Cell(raw: "张伟", clean: "张伟", isRepaired: false),
    Cell(raw: "\u{3000}张\u{200B}伟\u{A0}", clean: "张伟", isRepaired: true),
    Cell(raw: "１３８００１３８０００", clean: "13800138000", isRepaired: true),
    Cell(raw: "A&amp;B&nbsp;", clean: "A&B", isRepaired: true),
    Cell(raw: "'13800138000", clean: "13800138000", isRepaired: true),
    Cell(raw: "=\"00123\"", clean: "00123", isRepaired: true),
    Cell(raw: "a\r\nb", clean: "a\nb", isRepaired: false),
    Cell(raw: "𠮷田", clean: "𠮷田", isRepaired: false),
  ])
  func `dirt goes and the value stays`(_ cell: Cell) {
    let text = CleanText(Array(cell.raw.utf8).span)
    #expect(text.string == cell.clean)
    #expect(text.isRepaired == cell.isRepaired)
  }
}
