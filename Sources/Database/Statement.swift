import CSQLite

/// A prepared statement, finalized when its owner goes out of scope.
///
/// Parameters count from 1 and columns from 0, as in SQLite.
@safe
package struct Statement: ~Copyable {
  // Safe because the handle is private, set once, and freed only in deinit.
  private let handle: OpaquePointer
  private let sql: String
  private let path: String

  package init(_ sql: String, on connection: borrowing Connection) throws(DatabaseError) {
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(connection.handle, sql, -1, 0, &prepared, nil)
    guard code == SQLITE_OK, let prepared = unsafe prepared else {
      throw DatabaseError(sqliteCode: code, path: connection.path, sql: sql)
    }
    unsafe handle = prepared
    self.sql = sql
    path = connection.path
  }

  deinit { _ = unsafe sqlite3_finalize(handle) }

  // MARK: Parameters

  package func bind(_ value: Int64, at index: Int32) throws(DatabaseError) {
    try check(unsafe sqlite3_bind_int64(handle, index, value))
  }

  package func bind(_ value: Int, at index: Int32) throws(DatabaseError) {
    try bind(Int64(value), at: index)
  }

  package func bind(_ value: (some FixedWidthInteger)?, at index: Int32) throws(DatabaseError) {
    guard let value else {
      return try check(unsafe sqlite3_bind_null(handle, index))
    }
    try bind(Int64(clamping: value), at: index)
  }

  package func bind(_ value: Double, at index: Int32) throws(DatabaseError) {
    try check(unsafe sqlite3_bind_double(handle, index, value))
  }

  /// Binds a text, or null; SQLite takes a copy.
  package func bind(_ value: String?, at index: Int32) throws(DatabaseError) {
    guard let value else {
      return try check(unsafe sqlite3_bind_null(handle, index))
    }
    // Safe because SQLite copies the text before the call returns (SQLITE_TRANSIENT).
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    try check(unsafe sqlite3_bind_text(handle, index, value, -1, copied))
  }

  // MARK: Running

  /// Steps to the next row; false when there is none, after which the statement can run again.
  package func step() throws(DatabaseError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      try check(unsafe sqlite3_reset(handle))
      return false
    case let code:
      _ = unsafe sqlite3_reset(handle)
      throw DatabaseError(sqliteCode: code, path: path, sql: sql)
    }
  }

  /// Runs a statement that returns no row.
  package func run() throws(DatabaseError) {
    while try step() {}
  }

  /// Runs a statement that returns no row, with the bytes of a text as one of its parameters.
  ///
  /// Nothing is copied on the way, which is what makes long inserts fast.
  package func run(text: Span<UInt8>, at index: Int32) throws(DatabaseError) {
    var failure: DatabaseError?
    // Safe because the statement runs to its end and drops the pointer before the closure returns.
    unsafe text.withUnsafeBufferPointer { buffer in
      do throws(DatabaseError) {
        unsafe try bind(buffer, at: index)
        try run()
      } catch {
        failure = error
      }
    }
    _ = unsafe sqlite3_bind_null(handle, index)
    if let failure { throw failure }
  }

  private func bind(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int32) throws(DatabaseError) {
    guard let start = buffer.baseAddress, !buffer.isEmpty else { return try bind("", at: index) }
    let code = unsafe start.withMemoryRebound(to: CChar.self, capacity: buffer.count) { text in
      unsafe sqlite3_bind_text(handle, index, text, Int32(buffer.count), nil)
    }
    try check(code)
  }

  // MARK: Columns of the current row

  package func int(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

  /// A number as this program wrote it; zero where another hand put something else.
  package func uint32(_ column: Int32) -> UInt32 { UInt32(exactly: int(column)) ?? 0 }

  package func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  package func double(_ column: Int32) -> Double { unsafe sqlite3_column_double(handle, column) }

  package func string(_ column: Int32) -> String { withText(column) { String(copying: $0) } }

  /// Hands the bytes of a text to a body.
  package func withText<Result>(_ column: Int32, _ body: (Span<UInt8>) -> Result) -> Result {
    // Safe because SQLite keeps the text until the next step, and the body ends before.
    let start = unsafe sqlite3_column_text(handle, column)
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    let buffer = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    return body(unsafe buffer.span)
  }

  /// Hands bytes that are no text to a body.
  package func withBytes<Result>(_ column: Int32, _ body: (Span<UInt8>) -> Result) -> Result {
    // Safe because SQLite keeps the bytes until the next step, and the body ends before.
    let start = unsafe sqlite3_column_blob(handle, column)
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    let buffer = unsafe UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    return body(unsafe buffer.bindMemory(to: UInt8.self).span)
  }

  private func check(_ code: Int32) throws(DatabaseError) {
    guard code == SQLITE_OK else { throw DatabaseError(sqliteCode: code, path: path, sql: sql) }
  }
}

extension String {
  /// The text of some bytes; those that are no UTF-8 are replaced.
  fileprivate init(copying bytes: Span<UInt8>) {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    self.init(decoding: copy, as: UTF8.self)
  }
}
