/// The mail domains that most misspelt ones are meant to be.
enum MailDomain {
  private static let known = [
    "qq.com", "163.com", "126.com", "yeah.net", "sina.com", "sina.cn", "sohu.com", "139.com",
    "189.cn", "foxmail.com", "aliyun.com", "gmail.com", "outlook.com", "hotmail.com", "yahoo.com",
    "icloud.com", "live.com", "msn.com", "aol.com", "gmx.de", "web.de", "orange.fr", "libero.it",
  ].map { Array($0.utf8) }

  /// The address with the known domain that is nearest to its own, or nil where none or several are.
  ///
  /// At most two slips apart, and at most one in a short domain.
  static func corrected(address: String) -> String? {
    guard let at = address.lastIndex(of: "@") else { return nil }
    let typed = Array(address[address.index(after: at)...].utf8)
    let limit = typed.count > 7 ? 2 : 1
    let near = known.map { (domain: $0, slips: slips(typed, $0)) }.filter { $0.slips <= limit }
    guard let least = near.map(\.slips).min(), least > 0 else { return nil }
    let nearest = near.filter { $0.slips == least }
    guard nearest.count == 1 else { return nil }
    return address[...at] + String(decoding: nearest[0].domain, as: UTF8.self)
  }

  /// The least number of inserted, left out, wrong or exchanged characters between two texts.
  ///
  /// The optimal string alignment distance.
  static func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var rows = [Array(0...right.count)]
    for i in 0..<left.count {
      var row = [i + 1]
      for j in 0..<right.count {
        var best = min(
          rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
