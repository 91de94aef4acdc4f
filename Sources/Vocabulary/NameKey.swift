/// What a name shares with others that may mean the same, as hashes; 0 where there is nothing.
package struct NameKey: Hashable, Sendable {
  /// Of what tells the name from others.
  ///
  /// Of a person's name the Latin letters, in any order: 李雷, Li Lei and LEI LI share it. Of an
  /// organization's name all but its legal form, with places in one order.
  package var close: UInt64 = 0
  /// Of an organization's brand alone.
  package var loose: UInt64 = 0

  package init(close: UInt64 = 0, loose: UInt64 = 0) {
    self.close = close
    self.loose = loose
  }
}
