package import Vocabulary

extension Normalizer {
  /// The canonical forms of a value that a person wrote for a field of a golden record.
  ///
  /// - Parameters:
  ///   - text: The value as it was written.
  ///   - field: The field; one that may name either party is read as a name of the given one.
  ///   - party: The kind of party that the golden record is about.
  /// - Returns: What a claim of that value holds, of a sensitive field the token; empty where the text
  ///   is nothing that the field can be.
  package func canonical(_ text: String, of field: Field, for party: Party) -> [String] {
    var field = field
    if field.kind == .partyName {
      field.kind = party == .person ? .personName : .organizationName
    }
    var pool = ValuePool()
    let raw = pool.intern(text)
    guard raw > 0 else { return [] }
    let slice = FieldReader(options).read(pool, 0..<pool.count, as: field)
    let readings = FieldResult([slice]).field
    guard readings.issues[Int(raw)].isDisjoint(with: [.wrongKind, .impossibleDate]) else {
      return []
    }
    var values: [String] = []
    for id in readings[raw] {
      let value = readings.canonical.string(id)
      if !values.contains(value) { values.append(value) }
    }
    return values
  }
}
