import CTables

/// The numbering plans of all regions.
///
/// Source: the metadata of libphonenumber (Apache-2.0), compiled by
/// `pipelines/tables/make_phone_table.py` into one minimal automaton over digits; that script
/// describes the layout.
final class PhonePlan: Sendable {
  /// A prefix of a region's numbers.
  struct Prefix: Sendable {
    /// Where the program begins.
    var start: Int
    var firstPairs: UInt128

    /// Whether numbers of this beginning can match at all.
    func canMatch(_ digits: PhoneDigits) -> Bool {
      guard digits.count >= 2 else { return true }
      return firstPairs >> UInt128(digits[0] &* 10 &+ digits[1]) & 1 == 1
    }
  }

  struct Region: Sendable {
    var id: String
    var callingCode: Int
    var start: UInt16
    /// Bit *n*: national numbers of *n* digits exist.
    var possibleLengths: UInt32
    var localLengths: UInt32
    var internationalPrefix: Prefix?
    var nationalPrefix: Prefix?
    var leadingDigits: Prefix?
    /// Whether national numbers are dialled with a zero before them.
    var writesZero = false
    var prefixGroups: Int
    /// What takes the place of the national prefix: digits, and 1 or 2 for a group.
    var transform: [UInt8]
  }

  let regions: [Region]
  private let next: [UInt16]
  private let accepts: [UInt8]
  let prefixes: PhonePrefixes
  /// The regions of each calling code, the main one first.
  private let regionsByCode: [Range<Int>]

  /// The place of China among the regions.
  let china: Int

  static let shared = PhonePlan()

  private init() {
    // Safe because the table is static constant storage of exactly this size.
    let bytes = unsafe UnsafeBufferPointer(
      start: assay_phone_table(), count: Int(assay_phone_table_size()))
    var reader = unsafe PhoneTableReader(bytes: Array(bytes), offset: 8)
    let regionCount = reader.number(bytes: 4)
    let stateCount = reader.number(bytes: 4)
    let wordCount = reader.number(bytes: 4)
    var regions = (0..<regionCount).map { _ in Region(&reader) }
    next = reader.words(stateCount * 10)
    accepts = reader.bytes(stateCount)
    prefixes = PhonePrefixes(program: reader.words(wordCount))
    Self.findFirstPairs(&regions, prefixes)
    var byCode = [Range<Int>](repeating: 0..<0, count: 1000)
    for (index, region) in regions.enumerated() {
      let known = byCode[region.callingCode]
      byCode[region.callingCode] = (known.isEmpty ? index : known.lowerBound)..<index + 1
    }
    regionsByCode = byCode
    self.regions = regions
    china = regions.firstIndex { $0.id == "CN" } ?? regions.count
  }

  /// Regions share programs, so that each is looked at once.
  private static func findFirstPairs(_ regions: inout [Region], _ prefixes: PhonePrefixes) {
    var known = [UInt128?](repeating: nil, count: prefixes.program.count)
    func complete(_ prefix: inout Prefix?) {
      guard let start = prefix?.start else { return }
      let pairs = known[start] ?? prefixes.firstPairs(start)
      known[start] = pairs
      prefix?.firstPairs = pairs
    }
    var zero = PhoneDigits()
    zero.append(0)
    for index in regions.indices {
      complete(&regions[index].internationalPrefix)
      complete(&regions[index].nationalPrefix)
      complete(&regions[index].leadingDigits)
      if let prefix = regions[index].nationalPrefix {
        regions[index].writesZero = prefixes.match(prefix.start, zero) == 1
      }
    }
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
      case 12: .voicemail
      default: .unknown
      }
    }
  }
}

extension PhonePlan.Region {
  fileprivate init(_ reader: inout PhoneTableReader) {
    id = reader.text(bytes: 4)
    callingCode = reader.number(bytes: 2)
    start = UInt16(reader.number(bytes: 2))
    possibleLengths = UInt32(reader.number(bytes: 4))
    localLengths = UInt32(reader.number(bytes: 4))
    internationalPrefix = reader.prefix()
    nationalPrefix = reader.prefix()
    leadingDigits = reader.prefix()
    prefixGroups = reader.number(bytes: 1)
    _ = reader.number(bytes: 1)
    transform = reader.bytes(16).filter { $0 > 0 }
  }
}

/// Reads little-endian numbers from an embedded table, one after the other.
private struct PhoneTableReader {
  let bytes: [UInt8]
  var offset: Int

  mutating func number(bytes count: Int) -> Int {
    var value = 0
    for index in 0..<count { value |= Int(bytes[offset + index]) << (8 * index) }
    offset += count
    return value
  }

  mutating func words(_ count: Int) -> [UInt16] {
    var words: [UInt16] = []
    words.reserveCapacity(count)
    for index in 0..<count {
      let place = offset + index * 2
      words.append(UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8)
    }
    offset += count * 2
    return words
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    offset += count
    return Array(bytes[offset - count..<offset])
  }

  mutating func text(bytes count: Int) -> String {
    String(decoding: bytes(count).filter { $0 > 0 }, as: UTF8.self)
  }

  mutating func prefix() -> PhonePlan.Prefix? {
    let start = number(bytes: 2)
    return start == 0xFFFF ? nil : PhonePlan.Prefix(start: start, firstPairs: 0)
  }
}
