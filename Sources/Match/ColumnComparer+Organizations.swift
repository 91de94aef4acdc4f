import Vocabulary

/// How two names of organizations agree.
extension ColumnComparer {
  func organizationLevel(_ level: ComparisonLevel, _ l: UInt32, _ r: UInt32) -> Bool {
    let (a, b) = (column.organizations[Int(l)], column.organizations[Int(r)])
    let sameBrand = a.brand != 0 && a.brand == b.brand
    switch level {
    case .exact:
      return a.key == b.key && agreesOrMissing(a.legalForm, b.legalForm)
    case .otherBranch:
      return sameBrand && a.branch != b.branch && agreesOrMissing(a.place, b.place)
        && agreesOrMissing(a.industry, b.industry)
    case .otherwise:
      return true
    default:
      guard a.branch == b.branch else { return false }
    }
    if level == .sameBrand { return sameBrand }
    guard agreesOrMissing(a.legalForm, b.legalForm) else { return false }
    // No. 1 and No. 2 are one character apart, and two.
    guard level == .abbreviation || text.hasSameNumbers(l, r) else { return false }
    switch level {
    case .homophone:
      // The line of business is what firms change when they change their name.
      return a.latin != 0 && a.latin == b.latin && agreesOrMissing(a.place, b.place)
    case .oneEdit:
      return min(text.count(l), text.count(r)) >= 4 && agreesOrMissing(a.place, b.place)
        && partText.isWithinOneEdit(a.key, b.key)
    case .abbreviation:
      return sameBrand && agreesOrMissing(a.place, b.place)
        && agreesOrMissing(a.industry, b.industry)
    case .jaroWinkler(let bound): return text.isSimilar(l, r, atLeast: bound)
    case .dice(let bound):
      // Han names are too short, and their last characters too much alike.
      return text.first(l) < 0x2E80 && text.first(r) < 0x2E80 && text.isAlike(l, r, atLeast: bound)
    case .words(let bound): return words.areAlike(l, r, atLeast: bound)
    case .levenshtein(let bound): return text.isWithinEdits(l, r, most: bound)
    default: return false
    }
  }

  private func agreesOrMissing(_ a: UInt32, _ b: UInt32) -> Bool { a == b || a == 0 || b == 0 }
}
