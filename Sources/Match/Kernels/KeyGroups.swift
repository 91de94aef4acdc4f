/// A mention under one of its keys.
struct KeyedMention: Sendable {
  var key: UInt64
  var mention: UInt32
}

/// Brings equal keys together, each with its mentions in their order.
///
/// Two counting passes over 22 bits of the keys, which are hashes, leave next to nothing to sort.
///
/// - Complexity: O(*n*) for keys that are spread evenly, or equal.
func groupByKey(_ list: inout [KeyedMention]) {
  guard list.count > 1 else { return }
  var other = list
  scatter(list.span, into: &other, shift: 0)
  scatter(other.span, into: &list, shift: digitBits)
  let mask: UInt64 = 1 << UInt64(2 * digitBits) - 1
  for index in 1..<list.count {
    let item = list[index]
    var place = index
    while place > 0, list[place - 1].key > item.key,
      list[place - 1].key & mask == item.key & mask
    {
      list[place] = list[place - 1]
      place -= 1
    }
    if place != index { list[place] = item }
  }
}

private let digitBits = 11

/// Sorts by one digit of the keys, and keeps the order within it.
private func scatter(
  _ source: Span<KeyedMention>, into target: inout [KeyedMention], shift: Int
) {
  let mask: UInt64 = 1 << UInt64(digitBits) - 1
  var places = [Int](repeating: 0, count: 1 << digitBits)
  for index in source.indices { places[Int(source[index].key >> UInt64(shift) & mask)] += 1 }
  var sum = 0
  for digit in places.indices {
    let count = places[digit]
    places[digit] = sum
    sum += count
  }
  for index in source.indices {
    let digit = Int(source[index].key >> UInt64(shift) & mask)
    target[places[digit]] = source[index]
    places[digit] += 1
  }
}
