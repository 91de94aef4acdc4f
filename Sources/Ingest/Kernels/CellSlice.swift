/// Where a value stands: in the bytes of the row, or in the scratch bytes beside it.
struct CellSlice {
  var start = 0
  var end = 0
  var isInScratch = false

  var isEmpty: Bool { start == end }
}
