import Vocabulary

/// What the review page says, by the names that its script uses.
///
/// `{n}` and `{m}` stand for numbers or names.
enum ReviewWords {
  static let title = Phrase("复核", "Review")

  static func all(in language: ReportLanguage) -> [String: String] {
    var words = phrases.mapValues { $0[language] }
    for kind in ReviewQuestion.Kind.allCases {
      words["kind." + kind.rawValue] = kind.words[language]
    }
    return words
  }

  private static let phrases: [String: Phrase] = [
    "ask.person": Phrase("是同一个人吗？", "Are they one person?"),
    "ask.organization": Phrase("是同一家单位吗？", "Are they one organization?"),
    "party.person": Phrase("个人", "persons"),
    "party.organization": Phrase("组织", "organizations"),
    "any": Phrase("全部", "all"),
    "state.open": Phrase("待答", "open"),
    "state.k": Phrase("跳过的", "skipped"),
    "state.s": Phrase("答“同”的", "answered same"),
    "state.d": Phrase("答“异”的", "answered different"),
    "state.any": Phrase("全部", "all"),
    "s": Phrase("同", "same"),
    "d": Phrase("异", "different"),
    "k": Phrase("跳过", "skipped"),
    "verdict.=": Phrase("一致", "agrees"),
    "verdict.~": Phrase("相近", "alike"),
    "verdict.!": Phrase("矛盾", "contradicts"),
    "verdict./": Phrase("不同", "differs"),
    "verdict.<": Phrase("右缺", "missing right"),
    "verdict.>": Phrase("左缺", "missing left"),
    "field": Phrase("字段", "Field"),
    "verdict": Phrase("对照", "Verdict"),
    "table": Phrase("两方逐项对照", "Both sides, field by field"),
    "records": Phrase("{n} 条记录", "{n} records"),
    "record": Phrase("1 条记录", "1 record"),
    "owners": Phrase("负责人", "Owners"),
    "seen": Phrase("{n} 至 {m}", "{n} to {m}"),
    "former": Phrase("并入过 {n}", "took over {n}"),
    "chance": Phrase("模型估计相同的可能：{n}", "the model's chance that they are one: {n}"),
    "stake": Phrase("利害 {n}", "stake {n}"),
    "pairs": Phrase(
      "两方之间共有 {n} 对存疑的记录，一次答完", "one answer for all {n} doubtful pairs of records between them"),
    "more": Phrase("另 {n} 个", "{n} more"),
    "history": Phrase("以前的决定", "Earlier decisions"),
    "same": Phrase("同", "same"),
    "different": Phrase("异", "different"),
    "detach": Phrase("移出", "taken out"),
    "value": Phrase("定值", "value fixed"),
    "kind": Phrase("定类", "kind fixed"),
    "group": Phrase("可能同属一方的其余问题", "Other questions that may be about the same party"),
    "group.s": Phrase("整组 {n} 题都答“同”", "All {n}: same"),
    "group.d": Phrase("整组 {n} 题都答“异”", "All {n}: different"),
    "blind": Phrase(
      "已有一位管理员答过，请您独立再答一遍；对方的回答不显示。",
      "One steward has answered this. Please answer on your own; the first answer is not shown."),
    "disagreement": Phrase(
      "两位管理员的决定互相矛盾，目前都未执行。您的回答会撤销相反的决定。",
      "Decisions of stewards contradict each other, and none is followed. Your answer takes back those against it."
    ),
    "count": Phrase("已答 {n} · 跳过 {m}", "{n} answered · {m} skipped"),
    "place": Phrase("第 {n} 题，共 {m}", "{n} of {m}"),
    "save": Phrase("存 {n} 个新回答", "Save {n} new answers"),
    "save.none": Phrase("没有未存的回答", "Nothing to save"),
    "saved": Phrase(
      "已存为 {n}。把它放进管道文件旁的 decisions 文件夹，下一次运行就会照办。",
      "Saved as {n}. Put it into the folder 'decisions' beside the pipeline file; the next run follows it."
    ),
    "who": Phrase("管理员：{n}", "Steward: {n}"),
    "who.none": Phrase("请先填姓名", "Say who you are"),
    "answered": Phrase("已答：{n}。", "Answered: {n}."),
    "undone": Phrase("已撤销 {n} 个回答。", "{n} taken back."),
    "undone.none": Phrase("没有可撤销的。", "Nothing to take back."),
    "done": Phrase("这里没有问题了", "No question is left here"),
    "done.all": Phrase("全部答完，辛苦了！", "All answered. Thank you!"),
    "done.hint": Phrase("换个筛选看看别的，或者把回答存成文件。", "Choose another filter, or save your answers."),
    "done.empty": Phrase("今晚没有问题。", "Tonight there is no question."),
    "forgetful": Phrase(
      "这个浏览器不保存进度。关闭本页之前请先存文件。",
      "This browser does not keep your progress. Save the file before you close the page."),
    "carried": Phrase(
      "上次有 {n} 个回答还没有存成文件，已经接过来了。",
      "{n} answers of an earlier run were not saved yet; they are taken over."),
    "previously": Phrase("您的回答：{n}", "Your answer: {n}"),
    "list": Phrase("、", ", "),
  ]
}
