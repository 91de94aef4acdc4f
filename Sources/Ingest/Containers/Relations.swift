/// Which parts of a workbook a part points to (ECMA-376, part 2, clause 9.3).
struct Relations: XMLConsumer {
  struct Relation: Sendable {
    /// The last word of the type, which the strict and the transitional standard share.
    var kind: String
    var target: String

    /// The target as a name in the archive.
    func path(from folder: String) -> String {
      let target = target.replacing("\\", with: "/")
      if target.hasPrefix("/") { return String(target.dropFirst()) }
      var steps = folder.split(separator: "/")
      for step in target.split(separator: "/") where step != "." {
        if step == ".." { _ = steps.popLast() } else { steps.append(step) }
      }
      return steps.joined(separator: "/")
    }
  }

  private(set) var byID: [String: Relation] = [:]

  /// The relations of a part; none where the archive has no list of them.
  static func of(
    _ part: ZipArchive.Entry, in archive: ZipArchive
  ) throws(IngestError) -> Relations {
    var steps = part.name.replacing("\\", with: "/").split(separator: "/")
    let name = steps.popLast() ?? ""
    return try read((steps + ["_rels", "\(name).rels"]).joined(separator: "/"), in: archive)
  }

  /// The part that the archive as a whole is about.
  static func mainPart(of archive: ZipArchive) throws(IngestError) -> ZipArchive.Entry? {
    let root = try read("_rels/.rels", in: archive)
    return root.entry("officeDocument", from: "", in: archive)
      ?? archive.entry("xl/workbook.xml")
  }

  private static func read(
    _ name: String, in archive: ZipArchive
  ) throws(IngestError) -> Relations {
    guard let entry = archive.entry(name) else { return Relations() }
    return try readXML(archive, entry, by: Relations())
  }

  mutating func begin(_ name: String, _ attributes: [String: String]) {
    guard name == "Relationship", let id = attributes["Id"] else { return }
    let type = attributes["Type"] ?? ""
    byID[id] = Relation(
      kind: type.split(separator: "/").last.map(String.init) ?? "",
      target: attributes["Target"] ?? "")
  }

  func entry(_ kind: String, from folder: String, in archive: ZipArchive) -> ZipArchive.Entry? {
    let all = byID.filter { $0.value.kind == kind }.sorted { $0.key < $1.key }
    return all.lazy.compactMap { archive.entry($0.value.path(from: folder)) }.first
  }
}
