/// Words of organizations' names: legal forms, lines of business, branches.
final class OrganizationNameWords: Sendable {
  static let standard = OrganizationNameWords()

  /// Forms that are only spellings of "company", and so do not tell two names apart.
  let plainForms = HanWordList(
    """
    有限公司 有限责任公司 股份有限公司 股份公司 股份 公司 总公司 有限 有限责任 股份有限责任公司 股份有限 责任有限公司 责任公司 有限任公司
    """)

  /// Forms that make another organization of the same name.
  let tellingForms = HanWordList(
    """
    集团 集团公司 控股 控股集团 合伙企业 有限合伙 普通合伙 特殊普通合伙 商行 经营部 服务部 经销部 批发部 销售部 门市部 营销部 加工部 加工厂 厂 总厂 工厂 制造厂 店 商店 专卖店
    旗舰店 总店 便利店 事务所 工作室 合作社 专业合作社 农民专业合作社 个体工商户 个体户 中心 研究院 研究所 设计院 商社 会所 作坊 农场 家庭农场 养殖场
    """)

  /// What ends the name of a branch.
  let branches = HanWordList(
    "分公司 办事处 分店 分行 支行 分部 营业部 代表处 联络处 分厂 分校 分院 事业部 项目部 分社 分会 分所 分局 子公司 营业厅 储蓄所 支公司 门店 分中心")

  /// Whether the text is a legal form or the end of a branch's name.
  func isForm(_ text: ArraySlice<UInt32>) -> Bool {
    plainForms.contains(text) || tellingForms.contains(text) || branches.contains(text)
  }

  /// Lines of business, as they stand behind a firm's own name.
  let industries = HanWordList(
    """
    科技 技术 信息 网络 软件 电子 电气 电器 电力 电信 通信 通讯 数码 数据 智能 智能科技 信息技术 网络科技 信息科技 电子科技 电子商务 科技发展 技术服务 技术开发 数字科技 新材料 材料 新能源 能源
    商务 商贸 贸易 国际贸易 进出口 外贸 供应链 供应链管理 实业 工业 企业 产业 国际 投资 投资管理 资产管理 资产 管理 控股 创业投资 基金 基金管理 证券 期货 保险 保险经纪 融资租赁 融资担保 担保 典当 小额贷款 金融
    租赁 咨询 管理咨询 企业管理 企业管理咨询 商务咨询 信息咨询 财务咨询 教育咨询 顾问 策划 营销策划 企业策划 广告 广告传媒 传媒 文化 文化传媒 文化传播 文化发展 文化艺术 影视 影业 娱乐 动漫 游戏 出版 印刷 包装
    包装制品 纸业 纸品 教育 教育科技 培训 人力资源 人才 劳务 劳务派遣 家政 家政服务 保洁 保安 保安服务 物业 物业管理 物业服务 房地产 房地产开发 地产 置业 建设 建筑 建筑工程 工程 建设工程 安装 安装工程 装饰 装饰工程 装修 装潢
    设计 园林 园林绿化 绿化 景观 市政 路桥 水利 建材 建筑材料 陶瓷 玻璃 水泥 钢铁 钢材 金属 金属制品 五金 五金制品 五金机电 机电 机电设备 机械 机械设备 机械制造 设备 自动化 自动化设备 仪器 仪表 仪器仪表 工具 模具 精密
    精密机械 精密模具 轴承 阀门 泵业 电缆 电线电缆 线缆 照明 灯饰 光电 光学 半导体 集成电路 电路 元器件 汽车 汽车服务 汽车销售 汽车贸易 汽车配件 汽车维修 汽配 轮胎 船舶 航空 航天 航运 物流 运输 货运 货运代理 国际货运 国际物流 快递 速递
    仓储 配送 旅游 旅行 旅行社 国际旅行社 酒店 酒店管理 宾馆 餐饮 餐饮管理 餐饮服务 食品 食品科技 饮料 饮品 茶业 茶叶 酒业 酒类 粮油 粮食 油脂 乳业 水产 海鲜 肉类 果业 果蔬 蔬菜 生鲜 农业 农业科技 农业发展 农业开发 农产品 农牧 牧业
    养殖 种植 种业 饲料 化肥 林业 木业 家具 家居 家居用品 家纺 家电 日用品 百货 超市 商业 零售 服装 服饰 制衣 针织 纺织 纺织品 皮革 皮具 鞋业 箱包 珠宝 首饰 黄金 钟表 眼镜 化妆品 美容 美容美发 美发 美业 健身 体育 体育用品 文具 办公用品
    办公设备 文体用品 玩具 礼品 工艺品 母婴 母婴用品 宠物 宠物用品 医药 药业 制药 生物 生物科技 生物技术 生物医药 医疗 医疗器械 医疗科技 医疗设备 健康 健康管理 健康科技 养老 养老服务 护理 大药房 药房 环保 环保科技 环境 环境科技 环境工程 水务
    燃气 石油 石化 化工 化学 塑料 塑胶 塑业 橡胶 涂料 油漆 消防 消防工程 安防 安全技术 矿业 煤炭 煤业 矿产 资源 再生资源 热力 供热 光伏 太阳能 电源 电池 检测 检测技术 认证 知识产权 专利代理 会计 税务 律师 法律 法律咨询 会展 会展服务 展览
    展览展示 会议 婚庆 礼仪 摄影 互联网 互联网科技 大数据 云计算 人工智能 区块链 物联网 电商 传播 发展 开发 服务 销售 制造 制品 用品 工贸 经贸 物资 制冷 制冷设备 空调 暖通 厨具 厨房设备 卫浴 洁具 门窗 铝业 铜业 不锈钢 钢构 钢结构 幕墙
    石材 防水 防水材料 保温材料 涂装 表面处理 机器人 无人机 激光 传感 电机 电梯 起重 工程机械 农机 二手车 驾校 停车 代驾 租车 出行 票务 通讯设备 系统集成 系统 平台 传动 液压 焊接 铸造 锻造 热处理 电镀 香料 调味品 烘焙 糕点 面粉 米业
    """)

  /// Endings of institutions and of shops that are no firms by law.
  let institutions = HanWordList(
    """
    医院 卫生院 卫生室 诊所 门诊部 门诊 学校 大学 学院 中学 小学 幼儿园 高中 初中 一中 二中 党校 技校 职校 驾校 银行 信用社 农商行 工会 总工会 商会 协会 学会 联合会 基金会 委员会 管委会 居委会 村委会 业委会 政府 人民政府
    局 厅 署 检察院 法院 公安局 派出所 税务局 财政局 教育局 街道办 街道办事处 办事处 管理处 管理局 管理所 服务中心 指挥部 酒店 大酒店 宾馆 旅馆 饭店 餐厅 餐馆 酒楼 酒家 火锅店 烧烤店 小吃店 面馆 茶楼 茶馆 茶庄 咖啡馆 咖啡厅 网吧 超市 商场
    商城 市场 批发市场 百货 药房 药店 大药房 书店 图书馆 博物馆 体育馆 文化馆 剧院 影院 电影院 出版社 杂志社 报社 电视台 广播电台 俱乐部 福利院 敬老院 养老院 疗养院 教堂 寺 旅行社 事业部 项目部 工程队 施工队 车队 车行 车站 加油站 维修站 服务站
    电站 收购站 美发店 理发店 美容院 养生馆 健身房 影楼 照相馆 工作室 研究院 研究所 研究中心 设计院 规划院 勘察院 实验室 孵化器 产业园 工业园 科技园 物业 花店 鲜花店 五金店 建材店 服装店 水果店 便利店 小卖部 商店 商铺 门市部 部队
    商行 经营部 服务部 批发部 销售部 加工厂 工厂 集团 合作社 事务所 合伙 厂 店 分公司 分行 支行
    """)

  /// Legal forms in lower case without dots, with the spelling that is shown.
  let latinForms: [String: String] = {
    let text = """
      inc:Inc. incorporated:Incorporated llc:LLC ltd:Ltd limited:Limited corp:Corp. corporation:Corporation co:Co. company:Company gmbh:GmbH ag:AG
      kg:KG kgaa:KGaA ohg:OHG ug:UG eg:eG ev:e.V. sarl:SARL sas:SAS sasu:SASU sa:SA sl:S.L. slu:S.L.U. sau:S.A.U. srl:S.r.l. spa:S.p.A. snc:S.n.c. bv:B.V. nv:N.V.
      oy:Oy oyj:Oyj ab:AB as:AS asa:ASA aps:ApS pvt:Pvt private:Private plc:plc pty:Pty pte:Pte lp:LP llp:LLP lllp:LLLP pc:PC kk:K.K. kft:Kft. zrt:Zrt. sro:s.r.o. doo:d.o.o. ltda:Ltda.
      eurl:EURL sci:SCI scs:SCS sp:Sp. zoo:z.o.o. bhd:Bhd sdn:Sdn fze:FZE fzco:FZCO dmcc:DMCC pjsc:PJSC ooo:OOO oao:OAO lda:Lda. mbh:mbH se:SE group:Group grp:Grp
      """
    var found: [String: String] = [:]
    for pair in text.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: ":")
      found[String(parts[0])] = String(parts[1])
    }
    return found
  }()

  /// English words of business that are hardly ever surnames, in lower case.
  let latinIndustries: Set<String> = Set(
    """
    software logistics trading foods food systems system medical consulting manufacturing electronics energy media design designs engineering pharma pharmaceutical
    pharmaceuticals analytics robotics textiles textile construction holdings holding industries industrial industry technologies technology tech technik solutions
    services service international enterprises enterprise partners associates ventures capital investments investment financial finance insurance bank banking
    properties realty estate estates hotel hotels restaurant restaurants catering cafe bakery brewery winery farms agriculture agro chemicals chemical plastics
    steel metals metal mining oil gas petroleum power electric electrical lighting automotive motors auto aviation airlines aerospace marine shipping transport transportation
    freight express travel tours tourism education school schools university college institute academy hospital clinic clinics healthcare health dental biotech bio
    sciences science laboratories laboratory labs lab research development builders building homes interiors furniture fashion apparel clothing garments
    footwear jewelry jewellers cosmetics beauty salon fitness sports toys gifts books publishing publishers printing press packaging paper products supplies supply
    equipment machinery machines tools hardware instruments controls automation semiconductor semiconductors networks network communications telecom telecommunications
    mobile digital data cloud computing computers computer security safety studio studios productions entertainment pictures films music games gaming marketing advertising
    agency promotions events retail store stores shop shops outlet wholesale distributors distribution import imports export exports group groupe gruppe foundation
    association society council ministry department government municipality church club union federation bureau office center centre stiftung verein werke handel handels
    bau maschinenbau elektronik logistik beratung consultores consultoria servicios comercial construcciones sistemas tecnologia tecnologias alimentos industria
    industrie industrias conseil transports batiment informatica costruzioni servizi tecnologie alimentari biotechnology bioscience life cleaning repair rental rentals leasing
    staffing recruitment resources management ecommerce commerce global worldwide organic organics optics photonics dynamics innovations innovation nutrition
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
