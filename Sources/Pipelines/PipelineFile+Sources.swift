import Vocabulary

extension PipelineFile {
  mutating func readSources(_ top: PipelineFileObject) {
    guard top.value("sources") != nil else {
      top.report(
        "sources",
        "the key 'sources' is missing; write sources: [ { name: \"sales\", path: \"sales.csv\" } ]")
      return
    }
    guard let objects = top.objects("sources") else { return }
    if case .list(let elements)? = top.value("sources"), elements.isEmpty {
      top.report(
        "sources",
        "the list is empty; add a source such as { name: \"sales\", path: \"sales.csv\" }")
    }
    for object in objects {
      let source = readSource(object)
      if !source.name.isEmpty, sources.contains(where: { $0.name == source.name }) {
        object.report(
          "name",
          "two sources are named '\(source.name)'; give each a name of its own, "
            + "or one source a list of paths")
      }
      sources.append(source)
    }
  }

  private func readSource(_ object: PipelineFileObject) -> PipelineSource {
    var source = PipelineSource(name: "", paths: [])
    if object.value("name") == nil {
      object.report("name", "the key 'name' is missing; write one such as name: \"sales\"")
    } else if let name = object.text("name", example: "sales") {
      Self.checkName(name, of: object, key: "name")
      source.name = name
    }
    if object.value("path") == nil {
      object.report("path", "the key 'path' is missing; write one such as path: \"sales.csv\"")
    } else {
      source.paths = object.texts("path", example: "sales_*.csv") ?? []
    }
    source.corrections = object.texts("corrections", example: "corrected/*.csv") ?? []
    source.pick = object.word("pick", as: PipelineSource.Pick.self) ?? source.pick
    readShape(object, into: &source)
    if let records = object.text("records", example: "data.items"), records != "auto" {
      source.records = records
    }
    source.profile = object.text("profile", example: "auto") ?? source.profile
    source.system = object.word("system", as: SystemKind.self)
    source.trust = object.count("trust", in: 0...100)
    source.delivery = object.word("delivery", as: PipelineSource.Delivery.self) ?? source.delivery
    source.onMissing =
      object.word("onMissing", as: PipelineSource.OnMissing.self) ?? source.onMissing
    source.duplicateFree = object.flag("duplicateFree")
    source.id = object.texts("id", example: "customer_id") ?? source.id
    source.map = readMap(object)
    object.finish()
    return source
  }

  private func readShape(_ object: PipelineFileObject, into source: inout PipelineSource) {
    source.format = object.word("format", as: PipelineSource.Format.self) ?? source.format
    if let text = object.text("encoding", example: "gb18030") {
      source.encoding = text.lowercased()
      if !PipelineSource.encodings.contains(source.encoding) {
        let wayOut = SpellingSuggestion.wayOut(for: text, among: PipelineSource.encodings)
        object.report("encoding", "'encoding' cannot be '\(text)'; \(wayOut)")
      }
    }
    if let text = object.text("delimiter", example: ";") {
      let delimiter = text == "tab" ? "\t" : text
      if text != "auto" { source.delimiter = delimiter }
      if text != "auto",
        delimiter.utf8.count != 1 || "\"\n\r".utf8.contains(delimiter.utf8.first ?? 0)
      {
        object.report(
          "delimiter",
          "'delimiter' cannot be '\(text)'; write \"auto\", \"tab\" or one ASCII character")
      }
    }
    source.sheet = readSheet(object)
    switch object.value("header") {
    case nil, .text("auto"): break
    case .text("none"): source.header = .none
    case .number(let number) where (1...1_000_000).contains(Int(exactly: number) ?? 0):
      source.header = .line(Int(number))
    case .some(let value):
      object.report(
        "header",
        "'header' must be \"auto\", \"none\" or the number of its line, not \(value.kind)"
          + "; 1 is the first line")
    }
  }

  private func readSheet(_ object: PipelineFileObject) -> PipelineSource.Sheet {
    switch object.value("sheet") {
    case nil: return .first
    case .text(let name) where !name.isEmpty: return .named(name)
    case .number(let number) where (1...10_000).contains(Int(exactly: number) ?? 0):
      return .number(Int(number))
    case .some(let value):
      object.report(
        "sheet",
        "'sheet' must be the name of a sheet or its number, not \(value.kind)"
          + "; 1 is the first visible sheet")
      return .first
    }
  }

  private func readMap(_ object: PipelineFileObject) -> [PipelineMapping] {
    guard let map = object.object("map") else { return [] }
    var mappings: [PipelineMapping] = []
    for member in map.members {
      let isKnown = checkField(
        member.key, at: map.place(member.key), problems: map.problems)
      let columns = readColumns(member.value, at: map.place(member.key), problems: map.problems)
      if isKnown, !columns.isEmpty {
        mappings.append(PipelineMapping(field: member.key, columns: columns))
      }
    }
    return mappings.sorted { order(of: $0.field) < order(of: $1.field) }
  }

  private func order(of field: String) -> Int { schema.index(of: field) ?? schema.fields.count }

  private func readColumns(
    _ value: PipelineFileValue, at place: String, problems: PipelineFileProblems
  ) -> [PipelineMapping.Column] {
    switch value {
    case .text(let column) where !column.isEmpty:
      return [PipelineMapping.Column(column: column)]
    case .object(let members):
      let object = PipelineFileObject(members, path: place, problems: problems)
      return readColumn(object).map { [$0] } ?? []
    case .list(let elements) where !elements.isEmpty:
      var columns: [PipelineMapping.Column] = []
      for (index, element) in elements.enumerated() {
        let place = "\(place)[\(index)]"
        if case .list = element {
          problems.report(place, "a list in a list; write the columns in one list")
        } else {
          columns += readColumns(element, at: place, problems: problems)
        }
      }
      return columns
    default:
      problems.report(
        place,
        "must be a column, a list of columns or { column: …, party: … }, not \(value.kind)"
          + "; write one such as \"phone\"")
      return []
    }
  }

  private func readColumn(_ object: PipelineFileObject) -> PipelineMapping.Column? {
    let column = object.text("column", example: "phone")
    if object.value("column") == nil {
      object.report("column", "the key 'column' is missing; write one such as column: \"phone\"")
    }
    let party = object.word("party", as: Party.self)
    let part = object.word("part", as: NamePartWord.self)
    object.finish()
    return column.map {
      PipelineMapping.Column(
        column: $0, party: party, part: part.map { $0 == .given ? .given : .surname })
    }
  }
}

/// `MappedColumn.NamePart` as the file writes it.
private enum NamePartWord: String, CaseIterable {
  case given
  case surname
}
