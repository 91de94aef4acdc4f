import Foundation
import Vocabulary

/// What is wrong with a profile's file.
package struct ProfileError: Error, Hashable, Sendable {
  package var path: String
  /// Where in the file, such as `columns[2].field`; empty where it is the file as a whole.
  package var place: String
  /// The rule that is broken, and the way out.
  package var message: String

  package init(path: String, place: String, message: String) {
    self.path = path
    self.place = place
    self.message = message
  }
}

extension ProfileError: CustomStringConvertible {
  package var description: String {
    place.isEmpty ? "\(path): error: \(message)" : "\(path): \(place): error: \(message)"
  }
}

/// A profile as a JSON file; comments and trailing commas are allowed in it.
package enum ProfileFile {
  /// Reads a profile.
  ///
  /// - Throws: `ProfileError` where it cannot be read, has an unknown key or contradicts itself.
  package static func read(path: String) throws(ProfileError) -> SourceProfile {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      let isMissing = (error as? CocoaError)?.code == .fileReadNoSuchFile
      let message =
        isMissing
        ? "no such file; name an existing profile" : "cannot be read; check its permissions"
      throw ProfileError(path: path, place: "", message: message)
    }
    return try read(data, path: path)
  }

  /// The files that a path or a glob names, in the order of their names; none where nothing matches.
  package static func paths(matching pattern: String) -> [String] {
    guard pattern.contains(where: { "*?[".contains($0) }) else { return [pattern] }
    return FileSet.glob(pattern).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func read(_ data: Data, path: String) throws(ProfileError) -> SourceProfile {
    do {
      let decoder = JSONDecoder()
      decoder.allowsJSON5 = true
      let profile = try decoder.decode(SourceProfile.self, from: data)
      if let (place, message) = profile.contradiction {
        throw ProfileError(path: path, place: place, message: message)
      }
      return profile
    } catch let error as ProfileError {
      throw error
    } catch let error as DecodingError {
      throw ProfileError(error, path: path)
    } catch {
      throw ProfileError(path: path, place: "", message: "cannot be read; save it as JSON in UTF-8")
    }
  }
}

extension ProfileError {
  fileprivate init(_ error: DecodingError, path: String) {
    switch error {
    case .keyNotFound(let key, let context):
      let key = key.stringValue
      self.init(
        path: path, place: Self.place(context.codingPath),
        message: "the key '\(key)' is missing; add it")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      self.init(
        path: path, place: Self.place(context.codingPath),
        message: "a value of the wrong type; a profile's members are shown in the guide Profiles")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      let cause = (context.underlyingError as? NSError)?.userInfo[NSDebugDescriptionErrorKey]
      let detail = (cause as? String).map { ": " + $0.trimmingCharacters(in: ["."]) } ?? ""
      self.init(
        path: path, place: "", message: "is no JSON\(detail); correct it, and save it as UTF-8")
    case .dataCorrupted(let context):
      self.init(
        path: path, place: Self.place(context.codingPath), message: context.debugDescription)
    @unknown default:
      self.init(path: path, place: "", message: "cannot be read; save it as JSON in UTF-8")
    }
  }

  private static func place(_ keys: [any CodingKey]) -> String {
    var place = ""
    for key in keys {
      if let index = key.intValue {
        place += "[\(index)]"
      } else {
        place += place.isEmpty ? key.stringValue : "." + key.stringValue
      }
    }
    return place
  }
}

// MARK: - Members

/// A key of whatever name, for those that are not known.
private struct AnyKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// Refuses the keys of an object that are not among the known ones.
private func refuseUnknownKeys(
  of decoder: any Decoder, known: [String]
) throws {
  let container = try decoder.container(keyedBy: AnyKey.self)
  for key in container.allKeys.map(\.stringValue).sorted() where !known.contains(key) {
    throw DecodingError.dataCorrupted(
      DecodingError.Context(
        codingPath: container.codingPath + [AnyKey(stringValue: key)],
        debugDescription:
          "unknown key '\(key)'; \(SpellingSuggestion.wayOut(for: key, among: known))"))
  }
}

extension KeyedDecodingContainer {
  /// One of the words of an enumeration, or nil where the key is missing.
  fileprivate func word<Word: CaseIterable & RawRepresentable>(
    _ type: Word.Type, forKey key: Key
  ) throws -> Word? where Word.RawValue == String {
    guard let text = try decodeIfPresent(String.self, forKey: key) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = type.allCases.map(\.rawValue)
    throw DecodingError.dataCorruptedError(
      forKey: key, in: self,
      debugDescription:
        "'\(key.stringValue)' cannot be '\(text)'; "
        + SpellingSuggestion.wayOut(for: text, among: words))
  }
}

extension SourceProfile {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case name, title, system, trust, id, columns, unmapped, skipWhen, within, mergedInto, mergedFrom
    case isConfirmed = "confirmed"
  }

  package init(from decoder: any Decoder) throws {
    try refuseUnknownKeys(of: decoder, known: CodingKeys.allCases.map(\.rawValue))
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decode(String.self, forKey: .name)
    title = try values.decodeIfPresent(String.self, forKey: .title) ?? name
    system = try values.word(SystemKind.self, forKey: .system)
    trust = try values.decodeIfPresent(Int.self, forKey: .trust)
    isConfirmed = try values.decodeIfPresent(Bool.self, forKey: .isConfirmed) ?? true
    id = try values.decodeIfPresent([String].self, forKey: .id) ?? []
    columns = try values.decode([Column].self, forKey: .columns)
    unmapped = try values.decodeIfPresent([String].self, forKey: .unmapped) ?? []
    skipWhen = try values.decodeIfPresent(Skip.self, forKey: .skipWhen)
    within = try values.decodeIfPresent([String].self, forKey: .within) ?? []
    mergedInto = try values.decodeIfPresent([String].self, forKey: .mergedInto) ?? []
    mergedFrom = try values.decodeIfPresent([String].self, forKey: .mergedFrom) ?? []
  }
}

extension SourceProfile.Column {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case field, labels, unconfirmed, party, part
  }

  package init(from decoder: any Decoder) throws {
    try refuseUnknownKeys(of: decoder, known: CodingKeys.allCases.map(\.rawValue))
    let values = try decoder.container(keyedBy: CodingKeys.self)
    field = try values.decode(String.self, forKey: .field)
    labels = try values.decodeIfPresent([String].self, forKey: .labels) ?? []
    unconfirmed = try values.decodeIfPresent([String].self, forKey: .unconfirmed) ?? []
    party = try values.word(Party.self, forKey: .party)
    part = try values.word(MappedColumn.NamePart.self, forKey: .part)
  }
}

extension SourceProfile.Skip {
  enum CodingKeys: String, CodingKey, CaseIterable { case column, values }

  package init(from decoder: any Decoder) throws {
    try refuseUnknownKeys(of: decoder, known: CodingKeys.allCases.map(\.rawValue))
    let container = try decoder.container(keyedBy: CodingKeys.self)
    column = try container.decode(String.self, forKey: .column)
    values = try container.decode([String].self, forKey: .values)
  }
}

// MARK: - Sense

extension SourceProfile {
  /// The first thing that a profile says against itself, and where.
  fileprivate var contradiction: (place: String, message: String)? {
    if name.isEmpty || ["auto", "none"].contains(name) || name.contains("/") {
      return ("name", "'\(name)' cannot name a profile; write one such as \"shop-orders\"")
    }
    if let trust, !(0...100).contains(trust) {
      return ("trust", "'trust' must be a whole number in 0...100; correct or remove it")
    }
    if columns.isEmpty { return ("columns", "no columns; write one for each field of the export") }
    var places: [String: String] = [:]
    for (index, column) in columns.enumerated() {
      let place = "columns[\(index)]"
      if column.allLabels.isEmpty {
        return (place, "no labels; write what the export calls the column")
      }
      for label in column.allLabels {
        if let first = places.updateValue(place, forKey: comparable(label)), first != place {
          return (place, "the label '\(label)' stands in \(first), too; leave it in one of them")
        }
      }
    }
    for (member, labels) in [("mergedInto", mergedInto), ("mergedFrom", mergedFrom)] {
      for (index, label) in labels.enumerated() where places[comparable(label)] != nil {
        return (
          "\(member)[\(index)]",
          "the label '\(label)' stands in \(places[comparable(label)] ?? ""), too; leave it in one"
        )
      }
    }
    for (index, label) in unmapped.enumerated() where places[comparable(label)] != nil {
      return (
        "unmapped[\(index)]",
        "the label '\(label)' stands in \(places[comparable(label)] ?? ""), too; leave it in one"
      )
    }
    return nil
  }
}
