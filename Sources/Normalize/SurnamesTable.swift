extension Surnames {
  /// Surnames of one character, the frequent ones first.
  ///
  /// The order of the first hundred follows the published national counts; behind them stand further
  /// frequent ones and the rest of the 百家姓 (public domain).
  static let single = """
    王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅\
    钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚\
    汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲欧靳祁路涂\
    兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强\
    穆姬宫景米麦谈柏瞿艾沙鄢桂窦郁缪畅巩卓褚栾戚全娄甄郎池丛边岑农苟迟保商臧佘卞虞刁冷应匡栗仇练楚揭师官佟封\
    燕桑巫敖原植邝仲荆储宗楼干苑寇盖南屠鞠荣井乐银奚明麻雍花闻冼木郜廉衣蔺和冀占公门帅利满迪肖闫付代谌操但位\
    哈居容暴都耶禹东鹿晁赫伊暨鱼宦弓牧隗山羊惠家郏浦尧向农别晋阙欧殳沃蔚越夔隆师巩厍晁勾融訾阚那空毋沙乜养鞠须丰\
    巢蒯相后红游竺权逯益桓仝水鄂红言线逄双依修展由伏成元计平黄和毛邸粟敬庾终步耿仉督归海伯佴哈谯笪年爱佟言\
    昝皮卞齐康伍余元卜顾孟平支柯咎管卢莫经房裘干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄麴\
    封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟\
    薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农\
    温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利师巩聂晁勾敖融冷訾辛阚那简饶\
    曾鞠丰关荆红游权亓官佀候冮区朴仵修兑全兀冶凡初别力化卡厚双叔启哀喇品哥啜嗣回团图坎坚城壮夕多大央头奉奎好字守宛密察尼尉\
    峗崇帖幺么库庹忻念恽悦愈战户才折拓撒敏教斯斛昌昔晓朝来杞束栋校桐桥楮檀欣母毓水泉泮洛涂淡渠源漆潭濯火炎牙狄玄玉璩瓮\
    由略皇直矫禚种竹竺笃筱箫粘紫綦缑缴罕老翦胶腾臣茅茆荀药莱菅萨蓝蔄薜藏虎虢衡襄訚诗说诺谏豆贝贠赏赤赧起载邸郄郐郇鄞鄢酆\
    释银锁镡长闪阿隽雪霜静韶顿飞香骞骈鬲魁鲜鹏黑鼓齐禤麴庹昃仚俱俸俟军则刀刑剧勇勒勤千卿占哲
    """

  /// Chinese surnames of two characters.
  static let compound = """
    欧阳 上官 司马 诸葛 皇甫 令狐 尉迟 司徒 慕容 夏侯 东方 端木 南宫 西门 公孙 长孙 独孤 轩辕 宇文 万俟 闻人 赫连 澹台 公冶 宗政
    濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 司空 亓官 司寇 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 段干
    百里 东郭 呼延 羊舌 微生 左丘 梁丘 东门 南门 第五 贺兰 完颜 叶赫 纳兰 富察 爱新 呼韩 耶律 达奚 尔朱 万俟 欧侯 浦察 那拉
    """

  /// Frequent Japanese surnames of two characters or more, in simplified characters.
  static let japaneseCompound = """
    佐藤 铃木 高桥 田中 渡边 伊藤 山本 中村 小林 加藤 吉田 山田 佐佐木 山口 松本 井上 木村 清水 斋藤 山崎 阿部 池田 桥本 石川
    前田 藤田 小川 冈田 后藤 长谷川 石井 村上 近藤 坂本 远藤 青木 藤井 西村 福田 太田 三浦 藤原 松田 中岛 冈本 中野 中川 原田
    小野 田村 竹内 金子 和田 中山 石田 上田 森田 宫崎 酒井 工藤 横山 宫本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田
    上野 杉山 增田 菅原 平野 小岛 大塚 千叶 久保 松井 岩崎 樱井 木下 野口 松尾 野村 菊地 佐野 大西 菅野 新井 杉本 古川 滨田 市川
    小泉 安倍 岸田 伊东 福岛 本田 丰田 松下 黑泽 村山 河野 石原 星野 吉川 北川 川口 川崎 川上 南部 土屋 吉村 望月 永井 服部 大久保
    """

  /// Readings of surnames that differ from the character's commonest reading.
  static let readings = """
    单 shan 仇 qiu 查 zha 曾 zeng 解 xie 区 ou 朴 piao 任 ren 盖 ge 缪 miao 乐 yue 覃 qin 翟 zhai 隗 wei 黑 he 种 chong 冼 xian 折 she
    召 shao 宓 mi 燕 yan 宁 ning 员 yun 贠 yun 訾 zi 过 guo 华 hua 牟 mu 繁 po 郗 xi 逄 pang 都 du 谌 chen 那 na 么 yao 幺 yao 哈 ha
    柏 bai 薄 bo 秘 bi 晟 cheng 晁 chao 沈 shen 贾 jia 石 shi 车 che 纪 ji 夏 xia 句 gou 勾 gou 阚 kan 曲 qu 祭 zhai 相 xiang 於 yu
    乜 nie 佴 nai 俞 yu 叶 ye 褚 chu 钭 tou 仉 zhang 尉 wei 谷 gu 石 shi 尹 yin 隽 juan 长 chang 万 wan 重 chong 费 fei 洗 xian 应 ying
    强 qiang 翁 weng 葛 ge 卜 bu 卞 bian 冯 feng 宿 su 藏 zang 臧 zang 车 che 令 ling 适 kuo 能 nai 撒 sa 洛 luo 盛 sheng 厍 she 殳 shu
    占 zhan 缴 jiao 瞿 qu 莘 shen 郇 xun 郄 qie 郜 gao 邰 tai 麴 qu 粘 nian 仝 tong 庹 tuo 禤 xuan 昝 zan 逯 lu 亓 qi 呙 guo 曹 cao
    尉迟 yuchi 万俟 moqi 长孙 zhangsun 单于 chanyu 令狐 linghu 澹台 tantai 鲜于 xianyu 独孤 dugu 淳于 chunyu 亓官 qiguan 诸葛 zhuge
    闾丘 lvqiu 轩辕 xuanyuan 乐正 yuezheng 宰父 zaifu 呼延 huyan 夏侯 xiahou 皇甫 huangfu 拓跋 tuoba
    """

  /// Surnames as people of Hong Kong, Taiwan, Singapore and Korea write them, with their pinyin.
  static let romanizations = """
    chan chen cheung zhang chiu zhao cheng zheng chow zhou choi cai chou zhou chu zhu chung zhong fung feng ho he hsieh xie hsu xu
    huang huang hui xu hung hong kwan guan kwok guo kuo guo kwong kuang lai lai lam lin lau liu lo luo lui lv leung liang
    liew liu lim lin loh luo mak mai ng wu ngai ni ong wang poon pan siu xiao szeto situ tam tan teo zhang tsai cai tsang zeng
    tse xie tseng zeng tso zuo wong huang wu wu yeung yang yip ye yuen yuan yau qiu kong jiang chang zhang chiang jiang chao zhao
    chien qian chin jin hsiao xiao hsiung xiong lv lv lyu lv tsao cao tsui cui tung dong yeh ye yen yan
    """
}
