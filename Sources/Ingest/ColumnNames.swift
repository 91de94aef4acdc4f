/// The names by which a file's columns are called: the header's, each once.
enum ColumnNames {
  /// Names every column of a header row.
  ///
  /// The second of two equal headers is called `电话 (2)`. A column without a header that holds
  /// values is called by its position, as where there is no header at all; one without values has
  /// no name.
  ///
  /// - Parameters:
  ///   - header: The cells of the header row.
  ///   - rows: Rows below it.
  /// - Returns: As many names as the header has cells.
  static func of(header: [String], rows: [[String]]) -> [String] {
    var used: Set<String> = []
    var names: [String] = []
    for (index, cell) in header.enumerated() {
      let label = shown(cell)
      if label.isEmpty {
        let holdsValues = rows.contains { $0.count > index && !shown($0[index]).isEmpty }
        names.append(holdsValues ? unique("\(index + 1)", among: &used) : "")
      } else {
        names.append(unique(label, among: &used))
      }
    }
    return names
  }

  private static func unique(_ label: String, among used: inout Set<String>) -> String {
    var name = label
    var number = 1
    while !used.insert(name).inserted {
      number += 1
      name = "\(label) (\(number))"
    }
    return name
  }

  /// Whether a name is a position rather than a header.
  static func isPosition(_ name: String) -> Bool {
    name.utf8.count <= 5 && name.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }
}
