package import Vocabulary

/// Settings of the normalize stage.
package struct NormalizeOptions: Sendable {
  /// The region of national phone numbers, ISO 3166-1 alpha-2; nil reads international forms only.
  ///
  /// The default is China.
  package var region: String? = "CN"
  /// Regions that a national number is read by when it is none of `region`.
  ///
  /// The default is the regions that most foreign customers of Chinese firms write from. A number is
  /// believed only where a single one of them has it.
  package var otherRegions = ["US", "GB", "AU", "DE", "FR", "IN", "ES", "IT", "JP", "KR"]
  /// The zone of timestamps without an offset.
  ///
  /// The default is Asia/Shanghai.
  package var timeZone = "Asia/Shanghai"
  /// What the word lists say.
  ///
  /// The default is the lists that ship with the program.
  package var lexicon = Lexicon.shipped
  /// The day of the run: what lies after it is in the future.
  package var asOf: CivilDay
  /// The secret that sensitive values become tokens with.
  package var tokenKey: [UInt8]
  /// By record: the party that a steward says it is about, whatever its name looks like.
  package var subjects: [UInt32: Party] = [:]
  /// The number of tasks that work at once.
  ///
  /// The default is 2.
  package var threads = 2

  /// The reader of phone numbers for these settings.
  var phones: PhoneNormalizer {
    PhoneNormalizer(
      region: region, others: region == nil ? [] : otherRegions, lexicon: lexicon)
  }

  package init(asOf: CivilDay, tokenKey: [UInt8]) {
    self.asOf = asOf
    self.tokenKey = tokenKey
  }
}
