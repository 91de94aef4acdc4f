import Vocabulary

/// The part of the page that is about one kind of party.
struct PartyChapter {
  let matching: PartyMatching
  /// Records of all sources.
  let records: Int
  let language: ReportLanguage

  /// One section, with the charts and tables that belong together.
  struct Section {
    /// Ends the section's id.
    var name: String
    var title: String
    /// What the reader sees there, in a sentence or two.
    var lead: String
    var content: Markup
  }

  func words(_ chinese: String, _ english: String) -> String {
    Phrase(chinese, english)[language]
  }

  var partyName: String {
    matching.party == .person ? words("个人", "Persons") : words("组织", "Organizations")
  }

  /// The id of a section.
  func id(_ name: String) -> String { matching.party.rawValue + "-" + name }

  private var sections: [Section] {
    guard matching.mentions > 0 else { return [summary] }
    return [summary, weights, levels, fit, examples, estimate, clusterSizes, blocking]
  }

  /// The chapter's entry in the contents.
  var contents: Markup {
    let links = sections.map { section -> Markup in
      "<li><a href=\"#\(id(section.name))\">\(section.title)</a></li>"
    }
    return """
      <div><a class="chapter" href="#\(matching.party.rawValue)">\(partyName)</a>\
      <ul>\(links)</ul></div>
      """
  }

  var markup: Markup {
    let parts = sections.map { section -> Markup in
      let id = id(section.name)
      return """
        <section id="\(id)" aria-labelledby="\(id)-title">
        <h3 id="\(id)-title">\(section.title)</h3>
        <p class="note">\(section.lead)</p>
        \(section.content)
        </section>

        """
    }
    return """
      <article id="\(matching.party.rawValue)" aria-labelledby="\(id("title"))">
      <h2 id="\(id("title"))">\(partyName)</h2>
      \(parts)
      </article>

      """
  }
}
