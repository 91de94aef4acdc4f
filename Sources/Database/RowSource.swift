import CSQLite

/// Rows that go into a table all at once.
package protocol RowSource: AnyObject {
  /// Steps to the next row, at first to the first one; false when there is none.
  func next() -> Bool

  /// Puts a value of the current row into a cell.
  func put(_ column: Int, into cell: borrowing Cell)
}

/// Where a value of a row goes; nothing put is null.
@safe
package struct Cell: ~Copyable {
  // Safe because only the insertion makes one, for the length of a call, from SQLite's own pointer.
  private let context: OpaquePointer

  init(_ context: OpaquePointer) { unsafe self.context = context }

  package func put(_ number: Int64) { unsafe sqlite3_result_int64(context, number) }

  package func put(_ number: Int) { put(Int64(number)) }

  package func put(_ number: (some FixedWidthInteger)?) {
    if let number { put(Int64(clamping: number)) }
  }

  package func put(_ flag: Bool) { put(flag ? 1 : 0) }

  package func put(_ number: Double) { unsafe sqlite3_result_double(context, number) }

  /// Puts a text, of which SQLite takes a copy; an empty one is null.
  package func put(_ text: String?) {
    guard let text, !text.isEmpty else { return }
    // Safe because SQLite copies the text before the call returns (SQLITE_TRANSIENT).
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    unsafe sqlite3_result_text(context, text, -1, copied)
  }

  /// Puts a text that stays where it is until the source steps to its next row; an empty one is null.
  ///
  /// Nothing is copied on the way, which is what makes long insertions fast.
  @unsafe
  package func put(lasting text: Span<UInt8>) {
    guard !text.isEmpty else { return }
    unsafe text.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) {
        unsafe sqlite3_result_text(context, $0.baseAddress, Int32(buffer.count), nil)
      }
    }
  }

  /// Puts bytes that are no text, of which SQLite takes a copy.
  package func put(bytes: [UInt8]) {
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe sqlite3_result_blob(context, buffer.baseAddress, Int32(buffer.count), copied)
    }
  }
}
