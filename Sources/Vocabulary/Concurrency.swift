/// Calls a body for every index below a count, so many at a time, and returns the results in order.
///
/// The results do not depend on the number of threads. Meant for parts of work, some milliseconds each,
/// not for single values.
///
/// - Parameters:
///   - count: The number of parts.
///   - threads: How many parts are worked on at a time; at least one.
///   - finished: Called with the number of parts that are done, after each of them; for displays only.
///   - body: Does one part.
/// - Returns: The result of each part, by index.
package func concurrentMap<Result: Sendable>(
  _ count: Int, threads: Int, finished: (@Sendable (Int) -> Void)? = nil,
  _ body: @escaping @Sendable (Int) -> Result
) async -> [Result] {
  var results = [Result?](repeating: nil, count: count)
  await withTaskGroup(of: (Int, Result).self) { group in
    var next = 0
    while next < min(count, max(1, threads)) {
      group.addTask { [next] in (next, body(next)) }
      next += 1
    }
    var done = 0
    for await (index, result) in group {
      results[index] = result
      done += 1
      finished?(done)
      guard next < count else { continue }
      group.addTask { [next] in (next, body(next)) }
      next += 1
    }
  }
  return results.compactMap(\.self)
}
