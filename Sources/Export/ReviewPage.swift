import Foundation
package import Vocabulary

extension ReviewSheet {
  /// The page on which a steward answers the questions, ready to be written.
  ///
  /// The questions lie in it as JSON, of which the script shows one at a time; nothing is sent
  /// anywhere. Answers leave the page as a decisions file.
  package func page() throws -> ReportPage {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let questions = Self.block(try encoder.encode(self))
    let words = Self.block(try encoder.encode(ReviewWords.all(in: language)))
    let body: Markup = """
      \(frame)
      <script type="application/json" id="\(Self.blockID)">\(questions)</script>
      <script type="application/json" id="words">\(words)</script>
      """
    return ReportPage(
      language: language, title: ReviewWords.title[language] + " · " + pipeline, body: body,
      style: ReviewStyle.text, script: ReviewScript.text)
  }

  private static let blockID = "sheet"

  /// JSON that no reader of HTML can take for markup.
  private static func block(_ json: Data) -> Markup {
    let text = String(decoding: json, as: UTF8.self).replacingOccurrences(of: "<", with: "\\u003c")
    return Markup(stringLiteral: text)
  }

  /// Reads the questions from the page again; nil when it holds none.
  package init?(page: String) throws {
    let start = "<script type=\"application/json\" id=\"\(Self.blockID)\">"
    guard let opening = page.range(of: start),
      let closing = page[opening.upperBound...].range(of: "</script>")
    else { return nil }
    let json = page[opening.upperBound..<closing.lowerBound]
    self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }

  private func words(_ chinese: String, _ english: String) -> String {
    Phrase(chinese, english)[language]
  }

  // MARK: - What the script fills

  private var frame: Markup {
    """
    <a class="skip" href="#question">\(words("跳到问题", "Skip to the question"))</a>
    <header>
    <div class="bar">
    <h1>\(words("复核", "Review")) <span>\(pipeline) · \(asOf)</span></h1>
    <p id="count" class="count"></p>
    <button id="who" type="button" class="quiet"></button>
    <button id="save" type="button" class="save"></button>
    </div>
    <div class="meter" aria-hidden="true"><i id="meter"></i></div>
    \(filters)
    </header>
    <noscript><p class="notice">\(words(
      "本页需要脚本。请允许本页运行脚本，或使用 assay review。",
      "This page needs its script. Allow it, or use assay review."))</p></noscript>
    <p id="notice" class="notice" hidden></p>
    <main id="question" tabindex="-1"></main>
    \(actions)
    <p id="said" class="hidden" role="status" aria-live="polite"></p>
    \(nameDialog)
    \(helpDialog)
    <p class="paper">\(words(
      "本页含有个人信息，不供打印。", "This page holds personal data; it is not meant for paper."))</p>
    """
  }

  private var filters: Markup {
    """
    <form id="filters" class="filters" role="search" aria-label="\(words("筛选", "Filter"))">
    \(select("state", words("状态", "State")))
    \(select("kind", words("原因", "Reason")))
    \(select("party", words("主体", "Party")))
    \(select("source", words("来源", "Source")))
    <label>\(words("查找", "Find")) <input id="find" type="search" autocomplete="off" \
    spellcheck="false"><kbd>/</kbd></label>
    </form>
    """
  }

  private func select(_ id: String, _ label: String) -> Markup {
    "<label>\(label) <select id=\"\(id)\"></select></label>"
  }

  private var actions: Markup {
    """
    <div class="actions" role="group" aria-label="\(words("回答", "Answer"))">
    <label class="why">\(words("理由", "Why")) <input id="why" type="text" autocomplete="off" \
    maxlength="200" placeholder="\(words("可不填", "optional"))"><kbd>W</kbd></label>
    <div class="keys">
    <button id="back" type="button" class="quiet" aria-label="\(words("上一题", "Previous"))">←</button>
    <button id="same" type="button" class="same"><b>\(words("同", "Same"))</b><kbd>1</kbd></button>
    <button id="different" type="button" class="different"><b>\(words("异", "Different"))</b>\
    <kbd>2</kbd></button>
    <button id="skip" type="button" class="pass"><b>\(words("跳过", "Skip"))</b><kbd>3</kbd></button>
    <button id="undo" type="button" class="quiet"><b>\(words("撤销", "Undo"))</b><kbd>U</kbd></button>
    <button id="next" type="button" class="quiet" aria-label="\(words("下一题", "Next"))">→</button>
    <button id="help" type="button" class="quiet" aria-label="\(words("按键说明", "Keys"))">?</button>
    </div>
    </div>
    """
  }

  private var nameDialog: Markup {
    """
    <dialog id="asking" aria-labelledby="asking-title">
    <form id="naming">
    <h2 id="asking-title">\(words("您是谁？", "Who are you?"))</h2>
    <p>\(words(
      "您的名字写在每个决定旁边。只问一次，只留在这个浏览器里。",
      "Your name stands beside every decision. You are asked once; it stays in this browser."))</p>
    <label>\(words("姓名", "Name")) <input id="name" type="text" required maxlength="60" \
    autocomplete="name"></label>
    <p class="buttons"><button type="submit" class="save">\(words("开始", "Begin"))</button></p>
    </form>
    </dialog>
    """
  }

  private var helpDialog: Markup {
    let keys: [(String, String)] = [
      ("1 · S", words("同一主体", "the same party")), ("2 · D", words("不同主体", "two parties")),
      ("3 · \(words("空格", "Space"))", words("跳过，以后再问", "skip; it is asked again")),
      ("Shift + 1 / 2", words("整组一并回答", "answer the whole group")),
      ("U · Ctrl + Z", words("撤销上一步", "undo the last step")),
      ("← →", words("前后翻看，不回答", "look at others, answer nothing")),
      ("W", words("写理由", "write the reason")), ("/", words("查找", "find")),
      ("Ctrl + S", words("存为决定文件", "save the decisions file")),
    ]
    let rows = keys.map { key, meaning -> Markup in
      "<div><dt><kbd>\(key)</kbd></dt><dd>\(meaning)</dd></div>\n"
    }
    return """
      <dialog id="helping" aria-labelledby="helping-title">
      <h2 id="helping-title">\(words("按键", "Keys"))</h2>
      <dl class="legend">\(rows)</dl>
      <p class="buttons"><button id="all" type="button" class="quiet">\(
        words("全部重新存一份", "Save all answers again"))</button>
      <button id="close" type="button" class="save">\(words("关闭", "Close"))</button></p>
      </dialog>
      """
  }
}
