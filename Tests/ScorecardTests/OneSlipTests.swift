import Testing

@testable import Scorecard

@Suite struct OneSlipTests {
  struct Pair: Sendable {
    var left: String
    var right: String
    var isSlip: Bool
  }

  @Test(arguments: [
    Pair(left: "", right: "", isSlip: false),
    Pair(left: "", right: "1", isSlip: true),
    Pair(left: "138", right: "138", isSlip: false),
    Pair(left: "138", right: "139", isSlip: true),
    Pair(left: "138", right: "183", isSlip: true),
    Pair(left: "138", right: "831", isSlip: false),
    Pair(left: "138", right: "1388", isSlip: true),
    Pair(left: "138", right: "2138", isSlip: true),
    Pair(left: "138", right: "13", isSlip: true),
    Pair(left: "138", right: "1", isSlip: false),
    Pair(left: "1234", right: "2143", isSlip: false),
    Pair(left: "1234", right: "1324", isSlip: true),
    Pair(left: "1111", right: "111", isSlip: true),
  ])
  func `one slip is a byte changed, lost or added, or two neighbours exchanged`(_ pair: Pair) {
    let (left, right) = (Array(pair.left.utf8), Array(pair.right.utf8))
    #expect(isOneSlip(left.span, right.span) == pair.isSlip)
    #expect(isOneSlip(right.span, left.span) == pair.isSlip)
  }

  /// The distance of Damerau by its definition, neighbours exchanged only once.
  private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = (0...left.count).map { row in
      (0...right.count).map { row == 0 ? $0 : $0 == 0 ? row : 0 }
    }
    for row in 1..<left.count + 1 {
      for column in 1..<right.count + 1 {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1,
          table[row - 1][column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, table[row - 2][column - 2] + 1)
        }
        table[row][column] = best
      }
    }
    return table[left.count][right.count]
  }

  @Test func `it agrees with the full table of distances`() {
    var state: UInt64 = 7
    func next(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    for _ in 0..<3000 {
      let left = (0..<1 + next(5)).map { _ in UInt8(48 + next(3)) }
      let right = (0..<1 + next(5)).map { _ in UInt8(48 + next(3)) }
      #expect(isOneSlip(left.span, right.span) == (distance(left, right) == 1))
    }
  }
}
