extension OrganizationNameNormalizer {
  /// Takes the places that the name begins with.
  ///
  /// - Returns: A short name such as 工行, when one stands behind a place and is to be written out.
  func takePlaces(
    _ core: Span<UInt32>, _ work: inout OrganizationNameWork, _ head: inout Range<Int>,
    expanding: Bool
  ) -> ShortName? {
    var last: Int?
    var count = 0
    while count < 4 {
      if expanding, let short = shortName(core, head) { return short }
      let place = places.prefix(core, head, behind: last)
      guard place.length > 0, head.count - place.length >= 2 else { break }
      work.places.append(place.number)
      last = place.number
      count += 1
      head = head.lowerBound + place.length..<head.upperBound
      let zone = places.zoneLength(core, head)
      if zone > 0, head.count - zone >= 2 { head = head.lowerBound + zone..<head.upperBound }
    }
    return nil
  }

  /// A place behind brand and business: 华信科技深圳有限公司, 西门子中国有限公司.
  func takeLastPlace(
    _ core: Span<UInt32>, _ work: inout OrganizationNameWork, _ head: inout Range<Int>
  ) {
    guard head.count >= 4, work.places.allSatisfy(places.isAbroad) else { return }
    var start = head.lowerBound + 2
    while start + 2 <= head.upperBound {
      let place = places.prefix(core, start..<head.upperBound)
      let end = start + place.length
      if place.length > 0, end == head.upperBound {
        work.places.append(place.number)
        head = head.lowerBound..<start
        return
      }
      start += 1
    }
  }

  /// The short name that the range is, or that it begins with; nil when the full one stands there.
  func shortName(_ core: Span<UInt32>, _ head: Range<Int>) -> ShortName? {
    guard !head.isEmpty, words.fronts.mayBegin(core[head.lowerBound]) else { return nil }
    var node = words.fronts.whole(core, head, mark: Sense.abbreviation)
    var length = head.count
    if node == 0 {
      let match = words.fronts.prefix(core, head, mark: Sense.frontAbbreviation)
      let full = words.fronts.prefix(core, head, mark: Sense.fullName)
      guard match.length > full.length else { return nil }
      node = match.node
      length = match.length
    }
    return ShortName(
      range: head.lowerBound..<head.lowerBound + length, full: words.fullName(node))
  }

  /// 江苏苏州 is Suzhou, and a place is named once; the rest are put in a fixed order.
  func sortPlaces(_ work: inout OrganizationNameWork) {
    guard work.places.count > 1 else { return }
    var index = 0
    while index < work.places.count {
      let place = work.places[index]
      let isNamed =
        work.places[..<index].contains(place)
        || work.places.contains { places.isWithin($0, place) }
      if isNamed { work.places.remove(at: index) } else { index += 1 }
    }
    guard work.places.count > 1 else { return }
    work.places.sort(by: places.precedes)
  }
}
