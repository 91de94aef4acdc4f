/// Forms of address and titles, Chinese and Western.
final class PersonNameTitles: Sendable {
  static let standard = PersonNameTitles()

  /// Behind a surname or a full name, however short that is.
  let behind = HanWordList(
    """
    先生 女士 小姐 太太 夫人 同志 阿姨 大妈 大爷 大伯 大嫂 大婶 大姐 大哥 大叔 姑娘 老师 师傅 医生 大夫 护士 护士长 律师 教授 博士 会计 出纳 司机 店长 厂长 校长 院长 园长
    所长 站长 处长 科长 局长 厅长 部长 县长 市长 镇长 乡长 村长 区长 队长 班长 组长 行长 社长 台长 馆长 会长 秘书 秘书长 理事长 书记 主任 主管 主席 副主任
    委员 经理 总经理 副总经理 副总 大堂经理 项目经理 销售经理 采购经理 财务经理 客户经理 区域经理 产品经理 总监 财务总监 技术总监 市场总监 销售总监 运营总监
    总裁 副总裁 董事长 副董事长 董事 总 总工 工 工程师 总工程师 老板 老板娘 掌柜 董 助理 总助 顾问 专员 代表 教练 导演 编辑 记者
    研究员 讲师 副教授 院士 警官 法官 检察官 参谋 连长 营长 团长 师长 政委 法师 道长 姐 哥 叔 姨 嫂 婶 爷 爷爷 奶奶 妈妈 爸爸 女士您 先生您 总您 老
    """)

  /// Departments, which stand behind names like titles but in brackets say where somebody works.
  let departments = HanWordList("采购 财务 人事 销售 客服 前台")

  /// Short for an office, behind a surname alone: 王局 is 王局长.
  let short = HanWordList("局 处 科 院 校 队 行 部 书 厅 所 导 律 医 师 监 台 馆 爸 妈 氏 生 弟 妹 太 公 婆 少 帅")

  /// In front of a name: a title, or what the cell says it holds.
  let front = HanWordList(
    """
    总经理 副总经理 经理 项目经理 销售经理 采购经理 财务经理 客户经理 董事长 主任 会计 老师 律师 医生 教授 博士 工程师 法人代表 法定代表人 法人 先生 女士
    老板 店长 厂长 校长 院长 采购 财务 总监 司机 师傅 秘书 书记 局长 科长 处长 部长
    """)
  let label = HanWordList("联系人 客户 顾客 姓名 收件人 收货人 负责人 对接人 申请人 投诉人 报修人 用户 会员 联系方式 业主 学员 患者 家长")

  private static let female = HanWordList(
    "大妈 大嫂 大婶 女士 小姐 太太 夫人 阿姨 大姐 姑娘 老板娘 姐 姨 嫂 婶 奶奶 妈妈 妈 妹 婆 女士您")
  private static let male = HanWordList("先生 大哥 大叔 哥 叔 爷 爷爷 爸爸 爸 伯 弟 先生您")

  /// The gender that a Chinese form of address tells.
  func gender(han honorific: ArraySlice<UInt32>) -> Gender {
    if Self.female.contains(honorific) { return .female }
    return Self.male.contains(honorific) ? .male : .unknown
  }

  /// Western forms of address by their lower-case spelling without dots.
  let western: [String: (display: String, gender: Gender)] = {
    let male =
      "mr:Mr mister:Mr sir:Sir herr:Herr señor:Señor sr:Sr monsieur:Monsieur sig:Sig signor:Signor lord:Lord shri:Shri"
    let female =
      "ms:Ms mrs:Mrs miss:Miss madam:Madam mme:Mme mlle:Mlle madame:Madame frau:Frau sra:Sra señora:Señora srta:Srta "
      + "signora:Signora lady:Lady dame:Dame smt:Smt"
    let neutral =
      "dr:Dr prof:Prof professor:Prof doctor:Dr mx:Mx rev:Rev hon:Hon capt:Capt col:Col ing:Ing dott:Dott"
    var found: [String: (String, Gender)] = [:]
    for (list, gender) in [(male, Gender.male), (female, .female), (neutral, .unknown)] {
      for pair in list.split(separator: " ") {
        let parts = pair.split(separator: ":")
        found[String(parts[0])] = (String(parts[1]), gender)
      }
    }
    return found
  }()

  /// Western titles behind a name by their lower-case spelling without dots.
  let westernBehind: [String: String] = [
    "jr": "Jr", "junior": "Jr", "sr": "Sr", "ii": "II", "iii": "III", "iv": "IV", "phd": "PhD",
    "md": "MD", "esq": "Esq", "mba": "MBA", "cpa": "CPA", "dds": "DDS", "rn": "RN", "cfa": "CFA",
    "pmp": "PMP", "msc": "MSc", "bsc": "BSc",
  ]

  /// Words inside a surname of more than one word.
  let particles: Set<String> = [
    "de", "del", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "los", "las",
    "van", "von", "der", "den", "ter", "ten", "zu", "zur", "vom", "bin", "ibn", "al", "el", "st",
    "san",
    "santa", "mac", "af", "av",
  ]
}
