import Vocabulary

/// What of the values of some fields is compared, under numbers.
struct ValueNumbers {
  /// The numbered values.
  let values: ValuePool
  /// By field, by canonical value: the number in `values`; nil where it is that of the value itself.
  private let numberOf: [Int: [UInt32]]

  /// What is compared of the values of one field.
  init(_ field: Int, _ result: FieldResult) {
    let isWhole = result.identityOf.isEmpty
    self.init(
      values: isWhole ? result.field.canonical : result.identities,
      numberOf: isWhole ? [:] : [field: result.identityOf])
  }

  /// The whole values of some fields under common numbers.
  init(wholeValuesOf fields: [Int], _ results: [FieldResult]) {
    if let field = fields.first, fields.count == 1 {
      self.init(values: results[field].field.canonical, numberOf: [:])
    } else {
      self.init(fields, results) { $0 }
    }
  }

  /// The domains of the addresses in some e-mail fields.
  init(domainsOf fields: [Int], _ results: [FieldResult]) {
    self.init(fields, results) { address in
      address.lastIndex(of: 0x40).map { address[($0 + 1)...] } ?? []
    }
  }

  private init(
    _ fields: [Int], _ results: [FieldResult],
    _ derive: (ArraySlice<UInt8>) -> ArraySlice<UInt8>
  ) {
    var values = ValuePool()
    var numberOf: [Int: [UInt32]] = [:]
    for field in fields {
      let pool = results[field].field.canonical
      numberOf[field] = (0..<UInt32(pool.count)).map { values.intern(derive(pool[$0]).span) }
    }
    self.init(values: values, numberOf: numberOf)
  }

  private init(values: ValuePool, numberOf: [Int: [UInt32]]) {
    self.values = values
    self.numberOf = numberOf
  }

  /// The numbers of one field's canonical values; nil where a value's number is its own.
  func numbers(of field: Int) -> [UInt32]? { numberOf[field] }
}
