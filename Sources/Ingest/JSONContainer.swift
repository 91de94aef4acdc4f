/// Finds out whether an object is a record or stands around a list of records.
struct JSONContainer {
  /// The keys that answers and documents have beside their records, comparable.
  private static let envelopeKeys: Set<String> = [
    "after", "aftercursor", "afterurl", "apiversion", "attributes", "beforecursor",
    "beginpageindex", "code", "count", "currentpage", "cursor", "data", "displaymessage", "done",
    "endofstream", "endpageindex", "endtime", "errcode", "errmsg", "error", "errorcode",
    "errormessage", "errors", "exportedat", "first", "generatedat", "hasmore", "hasnext",
    "hasnextpage", "href", "info", "items", "kind", "last", "limit", "link", "links", "logid",
    "message", "meta", "metadata", "morerecords", "msg", "next", "nextcursor", "nextpage",
    "nextpagetoken", "nextrecordsurl", "nexturl", "object", "offset", "ok", "page", "pagecount",
    "pageindex", "pageno", "pagenum", "pagenumber", "pages", "pagesize", "pagetoken",
    "pagination", "paging", "perpage", "prev", "previous", "previouspage", "pubts",
    "recordcount", "records", "requestid", "result", "results", "self", "size", "start",
    "starttime", "status", "statuscode", "success", "time", "timestamp", "took", "total",
    "totalcount", "totalelements", "totalnum", "totalpage", "totalpages", "totalrecords",
    "totalsize", "tracecode", "traceid", "version",
  ]

  /// The keys under which records stand in many answers and exports, comparable.
  private static let recordKeys: Set<String> = [
    "accounts", "contacts", "content", "customers", "data", "datalist", "entities", "entries",
    "externalcontactlist", "items", "leads", "list", "objects", "organizations", "records",
    "recordlist", "result", "results", "rows", "tickets", "users", "value", "values",
  ]

  /// The number of elements from which on a list in a document of its own is the document's point.
  private static let manyElements = 20
  private static let deepest = 4

  /// A list of objects within an object.
  private struct Candidate {
    var path: [String]
    var length: Int
    var elements: Int
    var isCutOff = false

    var weight: Int {
      let name = path.last.map(comparable) ?? ""
      return JSONContainer.recordKeys.contains(name) ? length * 8 : length
    }
  }

  private let knownLabels: Set<String>
  private var candidates: [Candidate] = []
  /// The paths of values that are no lists of objects.
  private var others: [[String]] = []

  init(knownLabels: Set<String>) { self.knownLabels = knownLabels }

  /// The keys that lead from an object to its records; empty where it is a record itself.
  ///
  /// The object begins at the offset and may be cut off; `isAlone` says that the file holds nothing
  /// else.
  mutating func recordsPath(_ bytes: Span<UInt8>, at offset: Int, isAlone: Bool) -> [String] {
    candidates = []
    others = []
    var end = offset
    do throws(JSONScanner.Fault) {
      try survey(bytes, &end, path: [])
    } catch {
      end = bytes.count
    }
    guard let best = candidates.max(by: { $0.weight < $1.weight }) else { return [] }
    let strange = others.filter { path in
      !path.allSatisfy { Self.envelopeKeys.contains(comparable($0)) }
    }
    if strange.isEmpty { return best.path }
    guard isAlone else { return [] }
    if best.elements >= Self.manyElements || best.isCutOff { return best.path }
    let known = strange.count { path in
      knownLabels.contains(comparable(path.joined(separator: ".")))
        || path.last.map { knownLabels.contains(comparable($0)) } ?? false
    }
    let isNamed = best.path.last.map { Self.recordKeys.contains(comparable($0)) } ?? false
    // One key that a record could have may as well tell something of the file.
    if known > (isNamed ? 1 : 0) { return [] }
    return isNamed || best.elements > 1 && best.length * 2 > end - offset ? best.path : []
  }

  private mutating func survey(
    _ bytes: Span<UInt8>, _ offset: inout Int, path: [String]
  ) throws(JSONScanner.Fault) {
    var members = JSONMembers(at: offset)
    while let place = try members.next(bytes) {
      var text: [UInt8] = []
      try appendUnescapedJSON(bytes.extracting(place.start..<place.end), to: &text)
      let key = path + [String(decoding: text, as: UTF8.self)]
      switch bytes[members.offset] {
      case UInt8(ascii: "{") where key.count < Self.deepest:
        try survey(bytes, &members.offset, path: key)
      case UInt8(ascii: "["): try surveyList(bytes, &members.offset, path: key)
      default:
        others.append(key)
        try skipJSONValue(bytes, &members.offset, depth: 0)
      }
    }
    offset = members.offset
  }

  private mutating func surveyList(
    _ bytes: Span<UInt8>, _ offset: inout Int, path: [String]
  ) throws(JSONScanner.Fault) {
    let start = offset
    var elements = JSONElements(at: offset)
    var candidate = Candidate(path: path, length: 0, elements: 0)
    var objects = 0
    do throws(JSONScanner.Fault) {
      while try elements.next(bytes) {
        if bytes[elements.offset] == UInt8(ascii: "{") { objects += 1 }
        candidate.elements += 1
        try skipJSONValue(bytes, &elements.offset, depth: 0)
      }
    } catch {
      candidate.isCutOff = true
      candidate.length = bytes.count - start
      if objects * 2 > candidate.elements { candidates.append(candidate) }
      throw error
    }
    candidate.length = elements.offset - start
    // An empty list may be one of records: a document may hold none of them.
    let isEmptyList =
      candidate.elements == 0 && Self.recordKeys.contains(comparable(path.last ?? ""))
    if objects * 2 > candidate.elements || isEmptyList {
      candidates.append(candidate)
    } else {
      others.append(path)
    }
    offset = elements.offset
  }
}
