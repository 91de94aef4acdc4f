import CTables

/// The numbering plans of all regions.
///
/// Source: the metadata of libphonenumber (Apache-2.0), compiled by
/// `pipelines/tables/make_phone_table.py` into one minimal automaton over digits; that script
/// describes the layout.
struct PhonePlan: Sendable {
  struct Region: Sendable {
    var id: String
    var callingCode: Int
    var start: UInt16
    /// Bit *n*: national numbers of *n* digits exist.
    var possibleLengths: UInt32
    var localLengths: UInt32
    var internationalPrefix: Int?
    var nationalPrefix: Int?
    var leadingDigits: Int?
    var prefixGroups: Int
    /// What takes the place of the national prefix: digits, and 1 or 2 for a group.
    var transform: [UInt8]
  }

  let regions: [Region]
  private let next: [UInt16]
  private let accepts: [UInt8]
  let program: [UInt16]
  /// The regions of each calling code, the main one first.
  private let regionsByCode: [Range<Int>]

  static let shared = PhonePlan()

  private init() {
    // Safe because the table is static constant storage of exactly this size.
    let bytes = unsafe UnsafeBufferPointer(
      start: assay_phone_table(), count: Int(assay_phone_table_size()))
    var reader = unsafe TableReader(bytes: Array(bytes), offset: 8)
    let regionCount = reader.number(bytes: 4)
    let stateCount = reader.number(bytes: 4)
    let wordCount = reader.number(bytes: 4)
    regions = (0..<regionCount).map { _ in Region(&reader) }
    next = (0..<stateCount * 10).map { _ in UInt16(reader.number(bytes: 2)) }
    accepts = (0..<stateCount).map { _ in UInt8(reader.number(bytes: 1)) }
    program = (0..<wordCount).map { _ in UInt16(reader.number(bytes: 2)) }
    var byCode = [Range<Int>](repeating: 0..<0, count: 1000)
    for (index, region) in regions.enumerated() {
      let known = byCode[region.callingCode]
      byCode[region.callingCode] = (known.isEmpty ? index : known.lowerBound)..<index + 1
    }
    regionsByCode = byCode
  }

  /// The regions that share a calling code; empty when there is no such code.
  func regions(ofCode code: Int) -> Range<Int> { regionsByCode[code] }

  func region(_ id: String) -> Int? { regions.firstIndex { $0.id == id } }

  /// What a national number is in a region.
  func verdict(_ digits: PhoneDigits, in region: Int) -> Verdict {
    var state = Int(regions[region].start)
    for index in 0..<digits.count {
      state = Int(next[state &* 10 &+ Int(digits[index])])
      if state == 0 { return Verdict(code: 0) }
    }
    return Verdict(code: accepts[state])
  }

  /// How a national number stands in a plan.
  struct Verdict {
    var code: UInt8
    /// Whether the region's general plan has such numbers, valid or not.
    var fitsGeneralPlan: Bool { code > 0 }
    var isValid: Bool { code > 1 }
    var type: PhoneType {
      switch code {
      case 2: .fixedLine
      case 3: .mobile
      case 4: .fixedLineOrMobile
      case 5: .tollFree
      case 6: .premiumRate
      case 7: .sharedCost
      case 8: .voip
      case 9: .personalNumber
      case 10: .pager
      case 11: .uan
      default: .unknown
      }
    }
  }
}

extension PhonePlan.Region {
  fileprivate init(_ reader: inout TableReader) {
    id = reader.text(bytes: 4)
    callingCode = reader.number(bytes: 2)
    start = UInt16(reader.number(bytes: 2))
    possibleLengths = UInt32(reader.number(bytes: 4))
    localLengths = UInt32(reader.number(bytes: 4))
    internationalPrefix = reader.programStart()
    nationalPrefix = reader.programStart()
    leadingDigits = reader.programStart()
    prefixGroups = reader.number(bytes: 1)
    _ = reader.number(bytes: 1)
    transform = (0..<16).map { _ in UInt8(reader.number(bytes: 1)) }.filter { $0 > 0 }
  }
}

/// Reads little-endian numbers from an embedded table, one after the other.
private struct TableReader {
  let bytes: [UInt8]
  var offset: Int

  mutating func number(bytes count: Int) -> Int {
    var value = 0
    for index in 0..<count { value |= Int(bytes[offset + index]) << (8 * index) }
    offset += count
    return value
  }

  mutating func text(bytes count: Int) -> String {
    let start = offset
    offset += count
    return String(scalars: (start..<offset).map { UInt32(bytes[$0]) }.filter { $0 > 0 })
  }

  mutating func programStart() -> Int? {
    let start = number(bytes: 2)
    return start == 0xFFFF ? nil : start
  }
}
