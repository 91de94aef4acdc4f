/// Curated texts that fill a cell and say nothing, lower-case and without punctuation.
enum PlaceholderTable {
  /// The value is not known.
  static let absences = table(
    """
    无 無 暂无 暫無 没有 沒有 无此 无信息 无数据 无内容 暂缺 暂未提供 暂无信息 暂无数据 暂无电话 暂无邮箱 暂无地址
    未知 不详 不詳 不明 不清楚 不知道 未填 未填写 未提供 未登记 未录入 未留 未定 待定 待补 待补充 待完善 待确认 待填 空 空白
    缺 缺失 略 保密 拒绝 拒绝提供 不愿提供 不方便 没留 同上 如上 请填写 请选择 无名称 无公司 无单位 无职位 无地址 无邮箱
    无电话 无微信 没电话 未维护 未设置 未设定 未采集 未收集 未知悉 未告知 不提供 不愿透露 不便透露 暂不提供 暂未登记 暂未填写 尚未提供
    待更新 待核实 待录入 待添加 待填写 待查 空值 无记录 无资料 無資料 未填寫 未登錄 不公开 不公開 保密中 查无 なし na n/a nan nil null none undefined unknown tbd tba tbc blank empty missing notavailable
    notapplicable notprovided notset notknown noname nocompany noemail noaddress nophone novalue nothing
    """)

  /// Something was keyed in.
  static let keystrokes = table(
    """
    测试 測試 测试客户 测试用户 测试数据 测试公司 测试账号 测试一 测试二 测试1 测试2 测试123 test tests testing tester
    test1 test2 test12 test123 testuser testcustomer testing123 demo sample example dummy fake temp tmp
    asdf asdfg asdfgh asdfghjkl asd sdf qwe qwer qwert qwerty qwertyuiop zxc zxcv zxcvb zxcvbnm qaz qazwsx
    abcd abcde abcdef abc123 aaa bbb xx xxx yyy zzz foo bar foobar blah 00 000 0000 111 1111 11111 111111 123 1234
    12345 123456 1234567 12345678 123456789 1234567890 321 654321 666666 888888 88888888 999999 123123 112233 123321
    """)

  /// A word for anybody, where a name was asked.
  static let nobodies = table(
    """
    某某 某某某 某人 某客户 匿名 匿名用户 匿名客户 佚名 客户 客戶 顾客 用户 新客户 老客户 新用户 散客 零售 零售客户
    个人 个人客户 微信用户 微信客户 抖音用户 淘宝买家 客人 先生 女士 小姐 太太 老板 老师 联系人 负责人 收件人 其他 其它 默认
    姓名 名字 名称 电话 手机 地址 邮箱 公司 单位 公司名称 客户名称 无名 无名氏 no non abc 0 1 11 12 666 888 999
    unnamed anonymous anon guest customer client user default value name firstname lastname
    mr mrs ms miss dr sir madam
    """)

  static let longest = 20

  private static func table(_ list: String) -> Set<[UInt32]> {
    Set(list.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) })
  }
}
