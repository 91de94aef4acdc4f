import Digests
import Foundation
package import Vocabulary

/// The frame of a page that stands by itself: no network, no script but its own.
///
/// The Content-Security-Policy forbids everything but the page's own style and script, which it names by
/// their digests; so even markup that got in by mistake could load and run nothing.
package struct ReportPage: Sendable {
  package var language: ReportLanguage
  package var title: String
  package var body: Markup
  /// The page's own style, below that of all pages.
  var style = ""
  /// Runs when the body is there; nil for a page that does nothing.
  var script: String?

  package init(language: ReportLanguage, title: String, body: Markup) {
    self.language = language
    self.title = title
    self.body = body
  }

  init(language: ReportLanguage, title: String, body: Markup, style: String, script: String) {
    self.init(language: language, title: title, body: body)
    self.style = style
    self.script = script
  }

  /// The whole page.
  package var html: String {
    let style = ReportStyle.text + style
    let script = script.map { script -> Markup in
      "<script>\(Markup(stringLiteral: script))</script>\n"
    }
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy(style))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(Markup(stringLiteral: style))</style>
      </head>
      <body>
      \(body)
      \(script.map { [$0] } ?? [])</body>
      </html>

      """
    return page.html
  }

  private func policy(_ style: String) -> String {
    let script = script.map { "script-src \(digest($0)); " } ?? ""
    return "default-src 'none'; style-src \(digest(style)); \(script)base-uri 'none'; "
      + "form-action 'none'"
  }

  private func digest(_ text: String) -> String {
    "'sha256-\(Data(SHA256.digest(of: text).bytes).base64EncodedString())'"
  }
}
