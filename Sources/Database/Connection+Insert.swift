import CSQLite

// SQLite draws the rows of an insertion from a table-valued module that calls back into the source. A row
// costs a third of what it costs to bind it to a statement and step.

extension Connection {
  /// Puts all rows of a source into a table, whose columns they fill in order.
  ///
  /// - Parameters:
  ///   - source: The rows, in the order in which they get their numbers.
  ///   - table: The table.
  ///   - columns: How many columns a row has.
  /// - Returns: The number of rows.
  /// - Throws: `DatabaseError` when SQLite refuses a row.
  package func insert(
    _ source: any RowSource, into table: String, columns: Int
  ) throws(DatabaseError) -> Int {
    let box = SourceBox(source, columns: columns)
    let name = "rows_of_" + table
    // Safe because the box outlives the insertion, and the module is never used after it.
    let code = unsafe sqlite3_create_module(
      handle, name, SourceModule.shared, Unmanaged.passUnretained(box).toOpaque())
    guard code == SQLITE_OK else { throw DatabaseError(sqliteCode: code, path: path, sql: nil) }
    try execute("INSERT INTO \(table) SELECT * FROM \(name)")
    withExtendedLifetime(box) {}
    return Int(unsafe sqlite3_changes64(handle))
  }
}

/// A source as SQLite's callbacks find it.
private final class SourceBox {
  let source: any RowSource
  let columns: Int

  init(_ source: any RowSource, columns: Int) {
    self.source = source
    self.columns = columns
  }
}

/// The one table of a module; SQLite knows its first member.
@unsafe
private struct SourceTable {
  var base: sqlite3_vtab
  var box: Unmanaged<SourceBox>
}

/// A pass over the rows; SQLite knows its first member.
@unsafe
private struct SourceCursor {
  var base: sqlite3_vtab_cursor
  var isAtEnd: Bool
}

private enum SourceModule {
  /// The callbacks of every source.
  // Safe because it is written once, before anybody has it, and never freed.
  nonisolated(unsafe) static let shared: UnsafePointer<sqlite3_module> = {
    let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    unsafe module.initialize(to: sqlite3_module())
    unsafe module.pointee.xConnect = unsafe connect
    unsafe module.pointee.xBestIndex = { _, _ in SQLITE_OK }
    unsafe module.pointee.xDisconnect = { table in
      unsafe UnsafeMutableRawPointer(table)?.deallocate()
      return SQLITE_OK
    }
    unsafe module.pointee.xOpen = unsafe open
    unsafe module.pointee.xClose = { cursor in
      unsafe UnsafeMutableRawPointer(cursor)?.deallocate()
      return SQLITE_OK
    }
    unsafe module.pointee.xFilter = { cursor, _, _, _, _ in unsafe step(cursor) }
    unsafe module.pointee.xNext = { cursor in unsafe step(cursor) }
    unsafe module.pointee.xEof = { cursor in
      unsafe withCursor(cursor) { unsafe $0.pointee.isAtEnd ? 1 : 0 }
    }
    unsafe module.pointee.xColumn = unsafe column
    unsafe module.pointee.xRowid = { _, row in
      unsafe row?.pointee = 0
      return SQLITE_OK
    }
    return unsafe UnsafePointer(module)
  }()

  // Safe in all that follows because SQLite hands back what the callbacks gave it: the box as the
  // module's own pointer, and the table and the cursor that were allocated with room for more.

  private static let connect:
    @convention(c) (
      OpaquePointer?, UnsafeMutableRawPointer?, Int32, UnsafePointer<UnsafePointer<CChar>?>?,
      UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?,
      UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> Int32 = { database, pointer, _, _, result, _ in
      guard let pointer = unsafe pointer, let result = unsafe result else { return SQLITE_MISUSE }
      let box = unsafe Unmanaged<SourceBox>.fromOpaque(pointer)
      let columns = unsafe box._withUnsafeGuaranteedRef { $0.columns }
      let names = (0..<columns).map { "c\($0)" }.joined(separator: ", ")
      let code = unsafe sqlite3_declare_vtab(database, "CREATE TABLE rows(\(names))")
      guard code == SQLITE_OK else { return code }
      let table = UnsafeMutablePointer<SourceTable>.allocate(capacity: 1)
      unsafe table.initialize(to: SourceTable(base: sqlite3_vtab(), box: box))
      unsafe result.pointee = UnsafeMutableRawPointer(table).assumingMemoryBound(
        to: sqlite3_vtab.self)
      return SQLITE_OK
    }

  private static let open:
    @convention(c) (
      UnsafeMutablePointer<sqlite3_vtab>?,
      UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
    ) -> Int32 = { _, result in
      guard let result = unsafe result else { return SQLITE_MISUSE }
      let cursor = UnsafeMutablePointer<SourceCursor>.allocate(capacity: 1)
      unsafe cursor.initialize(to: SourceCursor(base: sqlite3_vtab_cursor(), isAtEnd: false))
      unsafe result.pointee = UnsafeMutableRawPointer(cursor).assumingMemoryBound(
        to: sqlite3_vtab_cursor.self)
      return SQLITE_OK
    }

  private static let column:
    @convention(c) (UnsafeMutablePointer<sqlite3_vtab_cursor>?, OpaquePointer?, Int32) -> Int32 = {
      cursor, context, column in
      guard let context = unsafe context else { return SQLITE_MISUSE }
      unsafe withBox(of: cursor) { $0.source.put(Int(column), into: unsafe Cell(context)) }
      return SQLITE_OK
    }

  private static func step(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
    let hasRow = unsafe withBox(of: cursor) { $0.source.next() } ?? false
    unsafe withCursor(cursor) { unsafe $0.pointee.isAtEnd = !hasRow }
    return SQLITE_OK
  }

  private static func withCursor<Result>(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?,
    _ body: (UnsafeMutablePointer<SourceCursor>) -> Result
  ) -> Result {
    guard let cursor = UnsafeMutableRawPointer(cursor) else {
      fatalError("SQLite calls back with the cursor that it was given")
    }
    return unsafe body(cursor.assumingMemoryBound(to: SourceCursor.self))
  }

  private static func withBox<Result>(
    of cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ body: (SourceBox) -> Result
  ) -> Result? {
    guard let table = unsafe UnsafeMutableRawPointer(cursor?.pointee.pVtab) else { return nil }
    let source = unsafe table.assumingMemoryBound(to: SourceTable.self)
    return unsafe source.pointee.box._withUnsafeGuaranteedRef { body($0) }
  }
}
