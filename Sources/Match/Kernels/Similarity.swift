/// Jaro-Winkler similarity of two texts of Unicode scalars, in 0...1.
///
/// Jaro (1989) with Winkler's (1990) bonus of 0.1 for each of up to four equal leading characters.
/// Texts beyond 64 characters are compared by their first 64.
///
/// - Complexity: O(*n* · *m*); allocates nothing.
package func jaroWinkler(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Double {
  guard !left.isEmpty, !right.isEmpty else { return left.count == right.count ? 1 : 0 }
  let prefix = commonPrefix(left, right)
  let similarity = jaro(left, right)
  return similarity == 0 ? 0 : similarity + Double(prefix) * 0.1 * (1 - similarity)
}

/// Whether the Jaro-Winkler similarity of two texts reaches a bound.
///
/// The bonus for equal leading characters comes first: without it the bound is out of reach for most.
func jaroWinkler<Unit: FixedWidthInteger>(
  _ left: Span<Unit>, _ right: Span<Unit>, atLeast bound: Double
) -> Bool {
  guard !left.isEmpty, !right.isEmpty else { return left.count == right.count }
  let bonus = Double(commonPrefix(left, right)) * 0.1
  // The similarity needed without the bonus, and the matching characters that it takes at least.
  let needed = (bound - bonus) / (1 - bonus)
  let (n, m) = (Double(min(left.count, 64)), Double(min(right.count, 64)))
  guard (min(n, m) / n + min(n, m) / m + 1) / 3 >= needed else { return false }
  return jaro(left, right, atLeast: needed) + 1e-12 >= needed
}

/// How many of the first four characters are equal.
private func commonPrefix<Unit: FixedWidthInteger>(
  _ left: Span<Unit>, _ right: Span<Unit>
) -> Int {
  var prefix = 0
  while prefix < min(4, left.count, right.count), left[prefix] == right[prefix] { prefix += 1 }
  return prefix
}

/// The Jaro similarity; any number below the bound where it does not reach that.
private func jaro<Unit: FixedWidthInteger>(
  _ left: Span<Unit>, _ right: Span<Unit>, atLeast bound: Double = 0
) -> Double {
  let (n, m) = (min(left.count, 64), min(right.count, 64))
  let reach = max(0, max(n, m) / 2 - 1)
  var takenLeft: UInt64 = 0
  var takenRight: UInt64 = 0
  var i = 0
  while i < n {
    let character = UInt32(truncatingIfNeeded: left[i])
    var j = max(0, i - reach)
    let end = min(m, i + reach + 1)
    while j < end {
      if takenRight >> UInt64(j) & 1 == 0, character == UInt32(truncatingIfNeeded: right[j]) {
        takenLeft |= 1 << UInt64(i)
        takenRight |= 1 << UInt64(j)
        break
      }
      j += 1
    }
    i += 1
  }
  let matches = Double(takenLeft.nonzeroBitCount)
  let agreement = matches / Double(n) + matches / Double(m)
  guard matches > 0, (agreement + 1) / 3 >= bound else { return 0 }
  var transposed = 0
  var rest = takenRight
  var open = takenLeft
  while open != 0 {
    if left[open.trailingZeroBitCount] != right[rest.trailingZeroBitCount] { transposed += 1 }
    rest &= rest &- 1
    open &= open &- 1
  }
  return (agreement + (matches - Double(transposed) / 2) / matches) / 3
}

/// Whether two texts differ by at most one insertion, deletion, substitution or adjacent swap.
///
/// The Damerau-Levenshtein distance of at most 1, without a table.
func isWithinOneEdit<Left: FixedWidthInteger, Right: FixedWidthInteger>(
  _ left: Span<Left>, _ right: Span<Right>
) -> Bool {
  func isEqual(_ i: Int, _ j: Int) -> Bool {
    UInt32(truncatingIfNeeded: left[i]) == UInt32(truncatingIfNeeded: right[j])
  }
  let (n, m) = (left.count, right.count)
  guard abs(n - m) <= 1 else { return false }
  var start = 0
  while start < min(n, m), isEqual(start, start) { start += 1 }
  var end = 0
  while end < min(n, m) - start, isEqual(n - 1 - end, m - 1 - end) { end += 1 }
  let (restLeft, restRight) = (n - start - end, m - start - end)
  if restLeft <= 1 && restRight <= 1 { return true }
  return restLeft == 2 && restRight == 2 && isEqual(start, start + 1)
    && isEqual(start + 1, start)
}

/// Whether two texts are at most so many insertions, deletions, substitutions and swaps apart.
///
/// The optimal string alignment distance (Damerau, 1964, no piece edited twice): of the two texts'
/// table only the cells within `most` of the diagonal are filled in, since no other can hold so little.
///
/// - Complexity: O(*n* · `most`); allocates nothing.
func isWithinEdits<Unit: FixedWidthInteger>(
  _ left: Span<Unit>, _ right: Span<Unit>, most: Int
) -> Bool {
  precondition((1...3).contains(most), "three rows of seven cells hold up to three edits")
  let (n, m) = (left.count, right.count)
  guard abs(n - m) <= most else { return false }
  let far = most + 1
  // Cell c of row i stands for the first i of the left and the first i + c - most of the right.
  var twoAbove = InlineArray<7, Int>(repeating: far)
  var above = InlineArray<7, Int>(repeating: far)
  for cell in most...2 * most where cell - most <= m { above[cell] = cell - most }
  var i = 1
  while i <= n {
    var row = InlineArray<7, Int>(repeating: far)
    for cell in 0...2 * most {
      let j = i + cell - most
      guard j >= 0, j <= m else { continue }
      var edits = cell < 2 * most ? above[cell + 1] + 1 : far
      if j > 0 {
        let isEqual = left[i - 1] == right[j - 1]
        edits = min(edits, above[cell] + (isEqual ? 0 : 1))
        if cell > 0 { edits = min(edits, row[cell - 1] + 1) }
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          edits = min(edits, twoAbove[cell] + 1)
        }
      }
      row[cell] = min(edits, far)
    }
    (twoAbove, above) = (above, row)
    i += 1
  }
  return above[m - n + most] <= most
}

/// The Dice coefficient of two ascending lists of bigram codes, in 0...1.
///
/// Dice (1945): twice the common bigrams over all bigrams.
func dice(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Double {
  guard !left.isEmpty, !right.isEmpty else { return 0 }
  var (i, j, common) = (0, 0, 0)
  while i < left.count, j < right.count {
    let (a, b) = (left[i], right[j])
    if a == b { common += 1 }
    // Both steps without a branch: which list is behind cannot be foretold.
    i += a <= b ? 1 : 0
    j += b <= a ? 1 : 0
  }
  return 2 * Double(common) / Double(left.count + right.count)
}
