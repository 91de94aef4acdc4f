/// Whether two texts differ by one slip of the fingers.
///
/// A slip is one byte put for another, left out or added, or two neighbours that changed places
/// (Damerau, 1964). Equal texts are no slip.
func isOneSlip(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  if left.count > right.count { return isOneSlip(right, left) }
  guard right.count - left.count <= 1 else { return false }
  var start = 0
  while start < left.count, left[start] == right[start] { start += 1 }
  var end = 0
  while end < left.count - start,
    left[left.count - 1 - end] == right[right.count - 1 - end]
  {
    end += 1
  }
  let (restOfLeft, restOfRight) = (left.count - start - end, right.count - start - end)
  if restOfRight == 1 { return restOfLeft <= 1 }
  return restOfLeft == 2 && restOfRight == 2 && left[start] == right[start + 1]
    && left[start + 1] == right[start]
}
