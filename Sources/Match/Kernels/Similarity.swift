/// Jaro-Winkler similarity of two texts of Unicode scalars, in 0...1.
///
/// Jaro (1989) with Winkler's (1990) bonus of 0.1 for each of up to four equal leading characters.
/// Texts beyond 64 characters are compared by their first 64.
///
/// - Complexity: O(*n* · *m*); allocates nothing.
func jaroWinkler(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Double {
  let (n, m) = (min(left.count, 64), min(right.count, 64))
  guard n > 0, m > 0 else { return n == m ? 1 : 0 }
  let reach = max(0, max(n, m) / 2 - 1)
  var takenLeft: UInt64 = 0
  var takenRight: UInt64 = 0
  var matches = 0
  for i in 0..<n {
    let low = max(0, i - reach)
    let high = min(m - 1, i + reach)
    guard low <= high else { continue }
    for j in low...high where takenRight >> UInt64(j) & 1 == 0 && left[i] == right[j] {
      takenLeft |= 1 << UInt64(i)
      takenRight |= 1 << UInt64(j)
      matches += 1
      break
    }
  }
  guard matches > 0 else { return 0 }
  var transposed = 0
  var rest = takenRight
  for i in 0..<n where takenLeft >> UInt64(i) & 1 == 1 {
    let j = rest.trailingZeroBitCount
    rest &= rest &- 1
    if left[i] != right[j] { transposed += 1 }
  }
  let count = Double(matches)
  let jaro =
    (count / Double(n) + count / Double(m) + (count - Double(transposed) / 2) / count) / 3
  var prefix = 0
  while prefix < min(4, n, m), left[prefix] == right[prefix] { prefix += 1 }
  return jaro + Double(prefix) * 0.1 * (1 - jaro)
}

/// Whether two texts differ by at most one insertion, deletion, substitution or adjacent swap.
///
/// The Damerau-Levenshtein distance of at most 1, without a table.
func isWithinOneEdit(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Bool {
  let (n, m) = (left.count, right.count)
  guard abs(n - m) <= 1 else { return false }
  var start = 0
  while start < min(n, m), left[start] == right[start] { start += 1 }
  var end = 0
  while end < min(n, m) - start, left[n - 1 - end] == right[m - 1 - end] { end += 1 }
  let (restLeft, restRight) = (n - start - end, m - start - end)
  if restLeft <= 1 && restRight <= 1 { return true }
  return restLeft == 2 && restRight == 2 && left[start] == right[start + 1]
    && left[start + 1] == right[start]
}

/// The Dice coefficient of two ascending lists of bigram codes, in 0...1.
///
/// Dice (1945): twice the common bigrams over all bigrams.
func dice(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Double {
  guard !left.isEmpty, !right.isEmpty else { return 0 }
  var (i, j, common) = (left.startIndex, right.startIndex, 0)
  while i < left.endIndex, j < right.endIndex {
    if left[i] == right[j] {
      common += 1
      i += 1
      j += 1
    } else if left[i] < right[j] {
      i += 1
    } else {
      j += 1
    }
  }
  return 2 * Double(common) / Double(left.count + right.count)
}
