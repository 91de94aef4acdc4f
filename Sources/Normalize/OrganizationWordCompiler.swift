/// Gathers the words of all lists of organizations' names.
struct OrganizationWordCompiler {
  private typealias Sense = OrganizationNameWords.Sense
  private typealias Words = OrganizationNameWords

  /// Numbers of texts by node.
  struct NodeTexts {
    fileprivate var entries: [(node: Int, number: UInt16)] = []

    /// The number by node, 0 where there is none.
    func numbers(_ count: Int) -> [UInt16] {
      var numbers = [UInt16](repeating: 0, count: count)
      for entry in entries { numbers[entry.node] = entry.number }
      return numbers
    }
  }

  private(set) var forward = WordTrie()
  private(set) var backward = WordTrie()
  private(set) var otherNames = WordTrie()
  private(set) var fronts = WordTrie()
  private(set) var latin = WordTable<OrganizationNameWords.LatinSense>()
  private(set) var texts: [[UInt32]] = []
  private(set) var families = NodeTexts()
  private(set) var meant = NodeTexts()
  private(set) var fulls = NodeTexts()
  private var textNumbers = WordTable<UInt16>()
  private let han = HanTable()

  init() {}

  mutating func add(_ lists: WordLists) throws(WordListError) {
    try addForms(lists[.legalForms])
    for entry in lists[.industries] {
      add(entry.word, Sense.industry) { $0.isIndustry = true }
    }
    for entry in lists[.institutions] {
      add(entry.word, Sense.institution) { $0.isIndustry = true }
    }
    try addBranches(lists[.branches])
    try addRemarks(lists[.companyRemarks])
    addSpellings(lists[.latinAbbreviations])
    for entry in lists[.companyAbbreviations] {
      let isFront = try entry.value(2, as: Words.AbbreviationUse.self) == .front
      let mark = isFront ? Sense.frontAbbreviation | Sense.abbreviation : Sense.abbreviation
      let node = fronts.insert(scalars(entry.word), mark: mark)
      let full = scalars(entry.cells[1])
      fronts.insert(full, mark: Sense.fullName)
      fulls.entries.append((node, number(of: full)))
    }
  }

  private mutating func addForms(_ entries: [WordEntry]) throws(WordListError) {
    var slips: [[UInt32]] = []
    for entry in entries {
      let telling = try entry.value(2, as: Words.Telling.self)
      let word = scalars(entry.word)
      if isLatin(word) {
        let display = number(of: entry.cells[4].isEmpty ? word : scalars(entry.cells[4]))
        let isFront = telling == .front
        addLatin(word) { sense in
          sense.isForm = true
          sense.isFrontForm = isFront
          sense.display = display
        }
        continue
      }
      let sense: UInt32 =
        switch telling {
        case .plain: Sense.plainForm
        case .front: Sense.plainForm | Sense.frontForm
        case .bracket: Sense.bracketForm
        case .own: Sense.ownForm
        case .weak: Sense.weakForm
        case .group: Sense.ownForm | Sense.groupForm
        }
      let node = insert(word, sense)
      if telling == .front { fronts.insert(word, mark: sense) }
      if telling == .plain, entry.cells[1] == "zh", word.count >= 4 { slips.append(word) }
      guard sense & (Sense.ownForm | Sense.weakForm) != 0 else { continue }
      let family = entry.cells[3].isEmpty ? word : scalars(entry.cells[3])
      families.entries.append((node, number(of: family)))
    }
    for form in slips { addSlips(of: form) }
  }

  /// What a form becomes by one slip: a letter left out, doubled, changed for its neighbour or misread.
  ///
  /// What lost 限 is left out, for it may end a name: 国有公司.
  private mutating func addSlips(of form: [UInt32]) {
    var slips: [[UInt32]] = []
    for index in form.indices {
      var slip = form
      slip.remove(at: index)
      if form[index] != 0x9650 { slips.append(slip) }
      slip = form
      slip.insert(form[index], at: index)
      slips.append(slip)
      for alike in Self.alike[form[index]] ?? [] {
        slip = form
        slip[index] = alike
        slips.append(slip)
      }
      guard index > 0 else { continue }
      slip = form
      slip.swapAt(index - 1, index)
      slips.append(slip)
    }
    for slip in slips {
      let known = backward.whole(slip.reversed(), mark: Sense.form)
      guard known == 0 else { continue }
      let node = insert(slip, Sense.plainForm)
      meant.entries.append((node, number(of: form)))
    }
  }

  /// Characters that are typed for those of legal forms.
  private static let alike: [UInt32: [UInt32]] = {
    let lines = ["有又友", "限线现县", "公工功供", "司私思师可", "责则泽", "任认仁", "股古骨", "份分粉"]
    var alike: [UInt32: [UInt32]] = [:]
    for line in lines {
      let letters = line.unicodeScalars.map(\.value)
      alike[letters[0]] = Array(letters.dropFirst())
    }
    return alike
  }()

  private mutating func addBranches(_ entries: [WordEntry]) throws(WordListError) {
    for entry in entries {
      switch try entry.value(1, as: Words.PartSense.self) {
      case .branch: add(entry.word, Sense.branch) { $0.isBranch = true }
      case .department: add(entry.word, Sense.department) { _ in }
      case .head: add(entry.word, Sense.headOffice) { $0.remark = .note }
      }
    }
  }

  private mutating func addRemarks(_ entries: [WordEntry]) throws(WordListError) {
    for entry in entries {
      let remark = try entry.value(1, as: Words.Remark.self)
      let sense: UInt32 =
        switch remark {
        case .note: Sense.note
        case .label: Sense.label
        case .former: Sense.former
        case .renamed: Sense.renamed
        case .trade: Sense.trade
        }
      let word = scalars(entry.word)
      guard isLatin(word) else {
        insert(word, sense)
        if sense & Sense.otherName != 0 { otherNames.insert(word, mark: sense) }
        continue
      }
      let letters = word.filter { $0 != 0x20 }
      forward.insert(letters, mark: sense)
      addLatin(letters) { $0.remark = remark }
      guard letters.count < word.count else { continue }
      addLatin(Array(word.prefix { $0 != 0x20 })) { $0.beginsRemark = true }
    }
  }

  /// Spellings of one word are lines of business together.
  private mutating func addSpellings(_ entries: [WordEntry]) {
    let spellings = entries.map { entry in
      (word: letters(of: entry.word), counted: letters(of: entry.cells[1]), entry: entry)
    }
    for spelling in spellings where latin[spelling.word.span]?.isIndustry ?? false {
      addLatin(spelling.counted) { $0.isIndustry = true }
    }
    for spelling in spellings where !spelling.counted.isEmpty {
      let isIndustry = latin[spelling.counted.span]?.isIndustry ?? false
      let full = spelling.word == spelling.counted ? 0 : number(of: spelling.counted)
      let parts = spelling.entry.word.split(separator: " ")
      addLatin(spelling.word) { sense in
        if isIndustry { sense.isIndustry = true }
        sense.full = full
        if parts.count > 1 { sense.isPhrase = true }
      }
      if parts.count > 1 { addLatin(letters(of: String(parts[0]))) { $0.beginsPhrase = true } }
    }
  }

  /// What counts of a Latin word.
  private func letters(of word: String) -> [UInt32] {
    word.unicodeScalars.filter { OrganizationNameLetters.isContent($0.value) }.flatMap { scalar in
      let folded = OrganizationNameLetters.folded(scalar.value)
      return folded.1 == 0 ? [folded.0] : [folded.0, folded.1]
    }
  }

  private mutating func add(
    _ word: String, _ sense: UInt32, _ change: (inout Words.LatinSense) -> Void
  ) {
    let letters = scalars(word)
    if isLatin(letters) { addLatin(letters, change) } else { insert(letters, sense) }
  }

  /// Whether a word is of a script that parts words by blanks.
  private func isLatin(_ word: [UInt32]) -> Bool {
    word.first.map { $0 < 0x2E80 || 0xAC00...0xD7A3 ~= $0 } ?? false
  }

  /// - Returns: The node of `backward`.
  @discardableResult
  private mutating func insert(_ word: [UInt32], _ sense: UInt32) -> Int {
    forward.insert(word, mark: sense)
    return backward.insert(word.reversed(), mark: sense)
  }

  private mutating func addLatin(
    _ word: [UInt32], _ change: (inout OrganizationNameWords.LatinSense) -> Void
  ) {
    let key = word.span
    var sense = latin[key] ?? OrganizationNameWords.LatinSense()
    change(&sense)
    latin[key] = sense
  }

  private mutating func number(of text: [UInt32]) -> UInt16 {
    let key = text.span
    if let known = textNumbers[key] { return known }
    texts.append(text)
    textNumbers[key] = UInt16(texts.count)
    return UInt16(texts.count)
  }

  private func scalars(_ word: String) -> [UInt32] {
    word.unicodeScalars.map { han.simplified($0.value) }
  }
}

extension WordTrie {
  /// The node of a word that is given letter by letter; 0 when it is no word.
  fileprivate func whole(_ word: some Sequence<UInt32>, mark: UInt32) -> Int {
    var node: UInt32 = 0
    for scalar in word {
      node = step(node, scalar)
      if node == 0 { return 0 }
    }
    return marks[Int(node)] & mark != 0 ? Int(node) : 0
  }
}
