import Foundation
import FoundationXML

@testable import Ingest

/// The tags and texts of a document, as Foundation's parser says them.
func slowEvents(_ bytes: [UInt8]) -> [String] {
  let listener = XMLListener()
  let parser = XMLParser(data: Data(bytes))
  parser.delegate = listener
  guard parser.parse() else { return ["broken"] }
  listener.flush()
  return listener.events
}

private final class XMLListener: NSObject, XMLParserDelegate {
  var events: [String] = []
  private var text = ""

  func flush() {
    if !text.isEmpty { events.append("text \(text)") }
    text = ""
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    flush()
    // A declaration of a namespace is no attribute to this parser, and one to the other.
    let list = attributes.filter { !$0.key.hasPrefix("xmlns") }
      .map { "\(local($0.key))=\($0.value)" }.sorted()
    events.append("start \(local(elementName)) \(list.joined(separator: " "))")
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    flush()
    events.append("end \(local(elementName))")
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    text += String(decoding: block, as: UTF8.self)
  }

  private func local(_ name: String) -> Substring { name.split(separator: ":").last ?? "" }
}

/// The same by the scanner.
func quickEvents(_ bytes: [UInt8]) -> [String] {
  var events: [String] = []
  var text: [UInt8] = []
  func flush() {
    if !text.isEmpty { events.append("text \(String(decoding: text, as: UTF8.self))") }
    text = []
  }
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  func attributes(_ range: Range<Int>) -> String {
    var list: [String] = []
    var offset = range.lowerBound
    while let attribute = nextAttribute(bytes.span, &offset, end: range.upperBound) {
      let start = attribute.name.lowerBound
      if string(attribute.name) == "xmlns" || (start >= 6 && string(start - 6..<start) == "xmlns:")
      {
        continue
      }
      var value: [UInt8] = []
      appendXMLText(bytes.span, attribute.value, to: &value)
      list.append("\(string(attribute.name))=\(String(decoding: value, as: UTF8.self))")
    }
    return list.sorted().joined(separator: " ")
  }
  var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  while offset < bytes.count {
    let token = scanXML(bytes.span, from: offset, isLast: true)
    switch token.kind {
    case .start, .empty:
      flush()
      events.append("start \(string(token.name)) \(attributes(token.content))")
      if token.kind == .empty { events.append("end \(string(token.name))") }
    case .end:
      flush()
      events.append("end \(string(token.name))")
    case .text where events.isEmpty: break  // between the declaration and the first tag
    case .text: appendXMLText(bytes.span, token.content, to: &text)
    case .literalText: text += bytes[token.content]
    case .skipped: break
    case .needsMore, .fault: return events + ["broken"]
    }
    offset = token.next
  }
  return events
}
