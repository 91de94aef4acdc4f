/// How likely Han characters are in given names and in the names of firms.
///
/// Tells 王芳 from 华信. The characters are ordered by rough frequency from general knowledge of
/// Chinese names; those of firms begin with the traditional 字号 rhyme of auspicious characters.
final class PersonNameCharacters: Sendable {
  static let standard = PersonNameCharacters()

  /// log2 odds by scalar minus `first`, in eighths of a bit.
  private let given: [Int8]
  private let brand: [Int8]
  private static let first: UInt32 = 0x4E00
  private static let count = 0x5200

  private static let common = """
    英华文玉秀明兰金国春红丽云梅芳海平建林志荣军小桂永清凤德杰生晓伟成强敏霞玲东龙艳新珍飞燕立辉庆雪福俊忠光亮波宝勇娟静涛超鹏\
    磊洋慧婷峰斌刚莉琴萍学振祥宇浩鑫佳美欣雨子梓涵思怡嘉晨瑞天一泽轩博豪宏莹颖丹洁琳倩琪瑶梦璐薇凯旭健毅彬翔帆帅娜\
    芬香惠菊莲淑爱兵昌贵翠锋鸣锦胜良友松芝根阳进世家兴义武亚君宁冬少富山仁琼珊蓉蕾
    """
  private static let usual = """
    安正元民利柏康顺祖启长景向诚信权达雄迪锐维岩川河仲伯季培树森楠栋枫月素彩悦妍姗娥巧盈舒心恬柔可乐苗依冰蓝珠荷蓓雅彤语馨萱诗若曦楚\
    沐宸睿铭哲昊然骏城弘懿彦奕硕煜烨炎焕煌灿炜炯烁朗望远翰墨承恒贤才智聪颂书礼孝廉朋奇星辰月昕昱晟昭晖晗晶晴曼茜茹菁菲萌蔓芸苏苓\
    芮芊苑茵荔莎菡葵蒙蕊岚岳峻崇嵩屹岱航舟帛彪虎豹麟鹤鸿雁莺鹰骥驰骁腾越跃行迈逸遥道运通达连进远迅选秋夏冬寒冰霜露雯霖霄云霆震\
    威力劲勤奋励勉劳功勋绩业创开发展起来回守定安宜实容宽宣宪宗官宾寅尚尧尔川巍州巧希师常庄广庭应廷延弟彰徐得微徽心忆志念恩悟情意慈愿\
    才扬承捷敬斐方施旗旺昂易晋普景智曙曜朝本权材村来柳桃桐桦梁棋棠椿楷榕樱欢歌正步民水汉江池汝沁沛沙治泉泓法泰洪津洲济浦浪润淇渊渝\
    渊湘滔滢滨漫潇潮澄澜炳烈煊熙燃爽牧特狄猛玄玺玫玮环珂珏珑珺球理琛琦琨琬琰瑄瑛瑜瑾璇璋璞瓊甜甫田申画畅百皓益盛真瞳知石研硕碧磐祎祺禄禹禾\
    秉科程稳穗空立竹笑笛筠简篮籽红纪纯纲纳纹绍经绣继维绪绮绿缘罗羽翊翎耀聪肖胤舜艺节芷芹花范茂荟莫菊营葛葳蓝薪虹蝶行衡裕西言诗诚谊谦谨\
    豫贞财贤贺贻赞超跃路轶辛辰达迎迪邦郁郡重野钊钢钦钧铁铃银铮锋锐锡镇镜长闯闻阔陆雄雨青韬韵音顺颂颜风飒香高魁鲁
    """
  /// The characters of the 字号 rhyme, and the most frequent ones of today's firms.
  private static let firm = """
    顺裕兴隆瑞永昌元亨万利复丰祥泰和茂盛同乾德谦吉公仁协鼎光聚益中通全信义久恒大美庆安康新春正合生广润洪源厚福\
    华达宏鑫诚创联科腾飞捷博佳嘉远星天云智海龙金东方国众亿汇鸿程赛拓瀚卓越凯优品尚维思图迅速易力百千启泽旭领先锋讯网
    """

  private static let firmLess = """
    禾睿奥特邦迪尔亚欧双三九一世纪环宇宙际航空港湾蓝绿红黄白银铂钻晶宝玉麒麟凤凰鹏翔鹰牛马虎豹象狮蜂巢蚁果树木林森山川江河湖洋洲岳峰岭谷泉\
    溪晨曦日月辰光明辉耀煌灿锦绣绘彩艺文雅致精工匠质良佰仟伙伴友朋爱心乐享悦欣荣旺旋转动能沃农牧田园稻粮食味鲜香客家居舍苑庭微软数码字节链\
    云端顶极客尖晟烨煜晖骏驰骋奔跃升起航明开展融投资富贵财宜惠普承诺言立人仕士冠军澳威
    """

  init() {
    var given = [Int8](repeating: -108, count: Self.count)
    var brand = [Int8](repeating: -100, count: Self.count)
    Self.set(&given, Self.usual, -76)
    Self.set(&given, Self.common, -60)
    Self.set(&brand, Self.firmLess, -72)
    Self.set(&brand, Self.firm, -57)
    self.given = given
    self.brand = brand
  }

  private static func set(_ odds: inout [Int8], _ text: String, _ value: Int8) {
    for scalar in text.unicodeScalars where scalar.value >= first {
      let index = Int(scalar.value - first)
      if index < count { odds[index] = value }
    }
  }

  /// log2 of the share of a character among those of given names.
  func given(_ scalar: UInt32) -> Float { Self.value(given, scalar) ?? -14 }

  /// log2 of the share of a character among those of firms' own names.
  func brand(_ scalar: UInt32) -> Float { Self.value(brand, scalar) ?? -13 }

  private static func value(_ odds: [Int8], _ scalar: UInt32) -> Float? {
    guard scalar >= first, scalar - first < count else { return nil }
    return Float(odds[Int(scalar - first)]) / 8
  }
}
