/// Provinces, cities, telephone area codes and their pinyin.
///
/// Names and codes are from the geocoding data of libphonenumber (Apache-2.0), readings from pypinyin
/// (MIT); written by `pipelines/tables/make_area_table.py`.
enum AreaTable {
  /// A line: short name, full name, pinyin.
  static let provinces: StaticString = """
    北京 北京市 beijing
    天津 天津市 tianjin
    河北 河北省 hebei
    山西 山西省 shanxi
    内蒙古 内蒙古自治区 neimenggu
    辽宁 辽宁省 liaoning
    吉林 吉林省 jilin
    黑龙江 黑龙江省 heilongjiang
    上海 上海市 shanghai
    江苏 江苏省 jiangsu
    浙江 浙江省 zhejiang
    安徽 安徽省 anhui
    福建 福建省 fujian
    江西 江西省 jiangxi
    山东 山东省 shandong
    河南 河南省 henan
    湖北 湖北省 hubei
    湖南 湖南省 hunan
    广东 广东省 guangdong
    广西 广西壮族自治区 guangxi
    海南 海南省 hainan
    重庆 重庆市 chongqing
    四川 四川省 sichuan
    贵州 贵州省 guizhou
    云南 云南省 yunnan
    西藏 西藏自治区 xizang
    陕西 陕西省 shanxi
    甘肃 甘肃省 gansu
    青海 青海省 qinghai
    宁夏 宁夏回族自治区 ningxia
    新疆 新疆维吾尔自治区 xinjiang
    香港 香港特别行政区 xianggang
    澳门 澳门特别行政区 aomen
    台湾 台湾省 taiwan
    """

  /// A line: province, city, its short name, area code, pinyin of the short name.
  static let cities: StaticString = """
    北京 北京市 北京 010 beijing
    天津 天津市 天津 022 tianjin
    河北 邯郸市 邯郸 0310 handan
    河北 石家庄市 石家庄 0311 shijiazhuang
    河北 保定市 保定 0312 baoding
    河北 张家口市 张家口 0313 zhangjiakou
    河北 承德市 承德 0314 chengde
    河北 唐山市 唐山 0315 tangshan
    河北 廊坊市 廊坊 0316 langfang
    河北 沧州市 沧州 0317 cangzhou
    河北 衡水市 衡水 0318 hengshui
    河北 邢台市 邢台 0319 xingtai
    河北 秦皇岛市 秦皇岛 0335 qinhuangdao
    山西 朔州市 朔州 0349 shuozhou
    山西 忻州市 忻州 0350 xinzhou
    山西 太原市 太原 0351 taiyuan
    山西 大同市 大同 0352 datong
    山西 阳泉市 阳泉 0353 yangquan
    山西 长治市 长治 0355 zhangzhi
    山西 晋城市 晋城 0356 jincheng
    山西 临汾市 临汾 0357 linfen
    山西 运城市 运城 0359 yuncheng
    内蒙古 呼伦贝尔市 呼伦贝尔 0470 hulunbeier
    内蒙古 呼和浩特市 呼和浩特 0471 huhehaote
    内蒙古 包头市 包头 0472 baotou
    内蒙古 乌海市 乌海 0473 wuhai
    内蒙古 乌兰察布市 乌兰察布 0474 wulanchabu
    内蒙古 通辽市 通辽 0475 tongliao
    内蒙古 赤峰市 赤峰 0476 chifeng
    内蒙古 鄂尔多斯市 鄂尔多斯 0477 eerduosi
    内蒙古 巴彦淖尔市 巴彦淖尔 0478 bayannaoer
    内蒙古 锡林郭勒盟 锡林郭勒 0479 xilinguolei
    内蒙古 兴安盟 兴安 0482 xingan
    内蒙古 阿拉善盟 阿拉善 0483 alashan
    辽宁 抚顺市 抚顺 024 fushun
    辽宁 本溪市 本溪 024 benxi
    辽宁 沈阳市 沈阳 024 shenyang
    辽宁 铁岭市 铁岭 024 tieling
    辽宁 大连市 大连 0411 dalian
    辽宁 鞍山市 鞍山 0412 anshan
    辽宁 丹东市 丹东 0415 dandong
    辽宁 锦州市 锦州 0416 jinzhou
    辽宁 营口市 营口 0417 yingkou
    辽宁 阜新市 阜新 0418 fuxin
    辽宁 辽阳市 辽阳 0419 liaoyang
    辽宁 朝阳市 朝阳 0421 zhaoyang
    辽宁 盘锦市 盘锦 0427 panjin
    辽宁 葫芦岛市 葫芦岛 0429 huludao
    吉林 长春市 长春 0431 changchun
    吉林 吉林市 吉林 0432 jilin
    吉林 延边朝鲜族自治州 延边 0433 yanbian
    吉林 四平市 四平 0434 siping
    吉林 通化市 通化 0435 tonghua
    吉林 白城市 白城 0436 baicheng
    吉林 辽源市 辽源 0437 liaoyuan
    吉林 松原市 松原 0438 songyuan
    吉林 白山市 白山 0439 baishan
    黑龙江 哈尔滨市 哈尔滨 0451 haerbin
    黑龙江 齐齐哈尔市 齐齐哈尔 0452 qiqihaer
    黑龙江 牡丹江市 牡丹江 0453 mudanjiang
    黑龙江 佳木斯市 佳木斯 0454 jiamusi
    黑龙江 绥化市 绥化 0455 suihua
    黑龙江 黑河市 黑河 0456 heihe
    黑龙江 大兴安岭地区 大兴安岭 0457 daxinganling
    黑龙江 伊春市 伊春 0458 yichun
    黑龙江 大庆市 大庆 0459 daqing
    黑龙江 七台河市 七台河 0464 qitaihe
    黑龙江 鸡西市 鸡西 0467 jixi
    黑龙江 鹤岗市 鹤岗 0468 hegang
    黑龙江 双鸭山市 双鸭山 0469 shuangyashan
    上海 上海市 上海 021 shanghai
    江苏 南京市 南京 025 nanjing
    江苏 无锡市 无锡 0510 wuxi
    江苏 镇江市 镇江 0511 zhenjiang
    江苏 苏州市 苏州 0512 suzhou
    江苏 南通市 南通 0513 nantong
    江苏 扬州市 扬州 0514 yangzhou
    江苏 盐城市 盐城 0515 yancheng
    江苏 徐州市 徐州 0516 xuzhou
    江苏 淮安市 淮安 0517 huaian
    江苏 连云港市 连云港 0518 lianyungang
    江苏 常州市 常州 0519 changzhou
    江苏 泰州市 泰州 0523 taizhou
    江苏 宿迁市 宿迁 0527 suqian
    浙江 衢州市 衢州 0570 quzhou
    浙江 杭州市 杭州 0571 hangzhou
    浙江 湖州市 湖州 0572 huzhou
    浙江 嘉兴市 嘉兴 0573 jiaxing
    浙江 宁波市 宁波 0574 ningbo
    浙江 绍兴市 绍兴 0575 shaoxing
    浙江 台州市 台州 0576 taizhou
    浙江 温州市 温州 0577 wenzhou
    浙江 丽水市 丽水 0578 lishui
    浙江 金华市 金华 0579 jinhua
    浙江 舟山市 舟山 0580 zhoushan
    安徽 滁州市 滁州 0550 chuzhou
    安徽 合肥市 合肥 0551 hefei
    安徽 蚌埠市 蚌埠 0552 bengbu
    安徽 芜湖市 芜湖 0553 wuhu
    安徽 淮南市 淮南 0554 huainan
    安徽 马鞍山市 马鞍山 0555 maanshan
    安徽 安庆市 安庆 0556 anqing
    安徽 宿州市 宿州 0557 suzhou
    安徽 亳州市 亳州 0558 bozhou
    安徽 阜阳市 阜阳 0558 fuyang
    安徽 黄山市 黄山 0559 huangshan
    安徽 淮北市 淮北 0561 huaibei
    安徽 铜陵市 铜陵 0562 tongling
    安徽 宣城市 宣城 0563 xuancheng
    安徽 六安市 六安 0564 luan
    安徽 池州市 池州 0566 chizhou
    福建 福州市 福州 0591 fuzhou
    福建 厦门市 厦门 0592 xiamen
    福建 宁德市 宁德 0593 ningde
    福建 莆田市 莆田 0594 putian
    福建 泉州市 泉州 0595 quanzhou
    福建 漳州市 漳州 0596 zhangzhou
    福建 龙岩市 龙岩 0597 longyan
    福建 三明市 三明 0598 sanming
    福建 南平市 南平 0599 nanping
    江西 鹰潭市 鹰潭 0701 yingtan
    江西 新余市 新余 0790 xinyu
    江西 南昌市 南昌 0791 nanchang
    江西 九江市 九江 0792 jiujiang
    江西 上饶市 上饶 0793 shangrao
    江西 抚州市 抚州 0794 fuzhou
    江西 宜春市 宜春 0795 yichun
    江西 吉安市 吉安 0796 jian
    江西 赣州市 赣州 0797 ganzhou
    江西 景德镇市 景德镇 0798 jingdezhen
    江西 萍乡市 萍乡 0799 pingxiang
    山东 菏泽市 菏泽 0530 heze
    山东 济南市 济南 0531 jinan
    山东 青岛市 青岛 0532 qingdao
    山东 淄博市 淄博 0533 zibo
    山东 德州市 德州 0534 dezhou
    山东 烟台市 烟台 0535 yantai
    山东 潍坊市 潍坊 0536 weifang
    山东 济宁市 济宁 0537 jining
    山东 泰安市 泰安 0538 taian
    山东 临沂市 临沂 0539 linyi
    山东 滨州市 滨州 0543 binzhou
    山东 东营市 东营 0546 dongying
    山东 威海市 威海 0631 weihai
    山东 枣庄市 枣庄 0632 zaozhuang
    山东 日照市 日照 0633 rizhao
    山东 莱芜市 莱芜 0634 laiwu
    山东 聊城市 聊城 0635 liaocheng
    河南 商丘市 商丘 0370 shangqiu
    河南 开封市 开封 0371 kaifeng
    河南 郑州市 郑州 0371 zhengzhou
    河南 安阳市 安阳 0372 anyang
    河南 新乡市 新乡 0373 xinxiang
    河南 许昌市 许昌 0374 xuchang
    河南 平顶山市 平顶山 0375 pingdingshan
    河南 信阳市 信阳 0376 xinyang
    河南 南阳市 南阳 0377 nanyang
    河南 洛阳市 洛阳 0379 luoyang
    河南 济源市 济源 0391 jiyuan
    河南 焦作市 焦作 0391 jiaozuo
    河南 鹤壁市 鹤壁 0392 hebi
    河南 濮阳市 濮阳 0393 puyang
    河南 周口市 周口 0394 zhoukou
    河南 漯河市 漯河 0395 tahe
    河南 驻马店市 驻马店 0396 zhumadian
    河南 三门峡市 三门峡 0398 sanmenxia
    湖北 武汉市 武汉 027 wuhan
    湖北 襄阳市 襄阳 0710 xiangyang
    湖北 鄂州市 鄂州 0711 ezhou
    湖北 孝感市 孝感 0712 xiaogan
    湖北 黄冈市 黄冈 0713 huanggang
    湖北 黄石市 黄石 0714 huangshi
    湖北 咸宁市 咸宁 0715 xianning
    湖北 荆州市 荆州 0716 jingzhou
    湖北 宜昌市 宜昌 0717 yichang
    湖北 恩施土家族苗族自治州 恩施 0718 enshi
    湖北 十堰市 十堰 0719 shiyan
    湖北 随州市 随州 0722 suizhou
    湖北 荆门市 荆门 0724 jingmen
    湖北 仙桃市 仙桃 0728 xiantao
    湖北 天门市 天门 0728 tianmen
    湖北 潜江市 潜江 0728 qianjiang
    湖南 岳阳市 岳阳 0730 yueyang
    湖南 株洲市 株洲 0731 zhuzhou
    湖南 湘潭市 湘潭 0731 xiangtan
    湖南 长沙市 长沙 0731 changsha
    湖南 衡阳市 衡阳 0734 hengyang
    湖南 郴州市 郴州 0735 chenzhou
    湖南 常德市 常德 0736 changde
    湖南 益阳市 益阳 0737 yiyang
    湖南 娄底市 娄底 0738 loudi
    湖南 邵阳市 邵阳 0739 shaoyang
    湖南 湘西土家族苗族自治州 湘西 0743 xiangxi
    湖南 张家界市 张家界 0744 zhangjiajie
    湖南 怀化市 怀化 0745 huaihua
    湖南 永州市 永州 0746 yongzhou
    广东 广州市 广州 020 guangzhou
    广东 汕尾市 汕尾 0660 shanwei
    广东 阳江市 阳江 0662 yangjiang
    广东 揭阳市 揭阳 0663 jieyang
    广东 茂名市 茂名 0668 maoming
    广东 江门市 江门 0750 jiangmen
    广东 韶关市 韶关 0751 shaoguan
    广东 惠州市 惠州 0752 huizhou
    广东 梅州市 梅州 0753 meizhou
    广东 汕头市 汕头 0754 shantou
    广东 深圳市 深圳 0755 shenzhen
    广东 珠海市 珠海 0756 zhuhai
    广东 佛山市 佛山 0757 foshan
    广东 肇庆市 肇庆 0758 zhaoqing
    广东 湛江市 湛江 0759 zhanjiang
    广东 中山市 中山 0760 zhongshan
    广东 河源市 河源 0762 heyuan
    广东 清远市 清远 0763 qingyuan
    广东 云浮市 云浮 0766 yunfu
    广东 潮州市 潮州 0768 chaozhou
    广东 东莞市 东莞 0769 dongguan
    广西 防城港市 防城港 0770 fangchenggang
    广西 南宁市 南宁 0771 nanning
    广西 崇左市 崇左 0771 chongzuo
    广西 来宾市 来宾 0772 laibin
    广西 柳州市 柳州 0772 liuzhou
    广西 桂林市 桂林 0773 guilin
    广西 梧州市 梧州 0774 wuzhou
    广西 贺州市 贺州 0774 hezhou
    广西 玉林市 玉林 0775 yulin
    广西 贵港市 贵港 0775 guigang
    广西 百色市 百色 0776 baise
    广西 钦州市 钦州 0777 qinzhou
    广西 河池市 河池 0778 hechi
    广西 北海市 北海 0779 beihai
    海南 三亚市 三亚 0898 sanya
    海南 儋州市 儋州 0898 danzhou
    海南 海口市 海口 0898 haikou
    重庆 重庆市 重庆 023 chongqing
    四川 成都市 成都 028 chengdu
    四川 眉山市 眉山 028 meishan
    四川 资阳市 资阳 028 ziyang
    四川 攀枝花市 攀枝花 0812 panzhihua
    四川 自贡市 自贡 0813 zigong
    四川 绵阳市 绵阳 0816 mianyang
    四川 南充市 南充 0817 nanchong
    四川 达州市 达州 0818 dazhou
    四川 遂宁市 遂宁 0825 suining
    四川 广安市 广安 0826 guangan
    四川 巴中市 巴中 0827 bazhong
    四川 泸州市 泸州 0830 luzhou
    四川 宜宾市 宜宾 0831 yibin
    四川 内江市 内江 0832 neijiang
    四川 乐山市 乐山 0833 leshan
    四川 凉山彝族自治州 凉山 0834 liangshan
    四川 雅安市 雅安 0835 yaan
    四川 甘孜藏族自治州 甘孜 0836 ganzi
    四川 阿坝藏族羌族自治州 阿坝 0837 aba
    四川 德阳市 德阳 0838 deyang
    四川 广元市 广元 0839 guangyuan
    贵州 安顺市 安顺 0851 anshun
    贵州 贵阳市 贵阳 0851 guiyang
    贵州 遵义市 遵义 0851 zunyi
    贵州 黔南布依族苗族自治州 黔南 0854 qiannan
    贵州 黔东南苗族侗族自治州 黔东南 0855 qiandongnan
    贵州 铜仁地区 铜仁 0856 tongren
    贵州 铜仁市 铜仁 0856 tongren
    贵州 毕节地区 毕节 0857 bijie
    贵州 毕节市 毕节 0857 bijie
    贵州 六盘水市 六盘水 0858 liupanshui
    贵州 黔西南布依族苗族自治州 黔西南 0859 qianxinan
    云南 西双版纳傣族自治州 西双版纳 0691 xishuangbanna
    云南 德宏傣族景颇族自治州 德宏 0692 dehong
    云南 芒市 芒市 0692 mangshi
    云南 昭通市 昭通 0870 zhaotong
    云南 昆明市 昆明 0871 kunming
    云南 大理白族自治州 大理 0872 dali
    云南 红河哈尼族彝族自治州 红河 0873 honghe
    云南 曲靖市 曲靖 0874 qujing
    云南 保山市 保山 0875 baoshan
    云南 文山壮族苗族自治州 文山 0876 wenshan
    云南 玉溪市 玉溪 0877 yuxi
    云南 楚雄彝族自治州 楚雄 0878 chuxiong
    云南 普洱市 普洱 0879 puer
    云南 临沧市 临沧 0883 lincang
    云南 怒江傈僳族自治州 怒江 0886 nujiang
    云南 迪庆藏族自治州 迪庆 0887 diqing
    云南 香格里拉市 香格里拉 0887 xianggelila
    云南 丽江市 丽江 0888 lijiang
    西藏 拉萨市 拉萨 0891 lasa
    西藏 日喀则市 日喀则 0892 rikaze
    西藏 山南市 山南 0893 shannan
    西藏 林芝地区 林芝 0894 linzhi
    西藏 林芝市 林芝 0894 linzhi
    西藏 昌都地区 昌都 0895 changdou
    西藏 昌都市 昌都 0895 changdou
    西藏 那曲市 那曲 0896 naqu
    西藏 阿里地区 阿里 0897 ali
    陕西 咸阳市 咸阳 029 xianyang
    陕西 西安市 西安 029 xian
    陕西 延安市 延安 0911 yanan
    陕西 榆林市 榆林 0912 yulin
    陕西 渭南市 渭南 0913 weinan
    陕西 商洛市 商洛 0914 shangluo
    陕西 安康市 安康 0915 ankang
    陕西 汉中市 汉中 0916 hanzhong
    陕西 宝鸡市 宝鸡 0917 baoji
    陕西 铜川市 铜川 0919 tongchuan
    甘肃 临夏回族自治州 临夏 0930 linxia
    甘肃 兰州市 兰州 0931 lanzhou
    甘肃 定西市 定西 0932 dingxi
    甘肃 平凉市 平凉 0933 pingliang
    甘肃 庆阳市 庆阳 0934 qingyang
    甘肃 武威市 武威 0935 wuwei
    甘肃 金昌市 金昌 0935 jinchang
    甘肃 张掖市 张掖 0936 zhangye
    甘肃 嘉峪关市 嘉峪关 0937 jiayuguan
    甘肃 酒泉市 酒泉 0937 jiuquan
    甘肃 天水市 天水 0938 tianshui
    甘肃 陇南市 陇南 0939 longnan
    甘肃 甘南藏族自治州 甘南 0941 gannan
    甘肃 白银市 白银 0943 baiyin
    青海 海北藏族自治州 海北 0970 haibei
    青海 西宁市 西宁 0971 xining
    青海 海东地区 海东 0972 haidong
    青海 海东市 海东 0972 haidong
    青海 黄南藏族自治州 黄南 0973 huangnan
    青海 海南藏族自治州 海南 0974 hainan
    青海 果洛藏族自治州 果洛 0975 guoluo
    青海 玉树藏族自治州 玉树 0976 yushu
    青海 海西蒙古族藏族自治州 海西 0979 haixi
    宁夏 银川市 银川 0951 yinchuan
    宁夏 石嘴山市 石嘴山 0952 shizuishan
    宁夏 吴忠市 吴忠 0953 wuzhong
    宁夏 固原市 固原 0954 guyuan
    宁夏 中卫市 中卫 0955 zhongwei
    新疆 塔城地区 塔城 0901 tacheng
    新疆 哈密地区 哈密 0902 hami
    新疆 哈密市 哈密 0902 hami
    新疆 和田地区 和田 0903 hetian
    新疆 阿勒泰地区 阿勒泰 0906 aleitai
    新疆 克孜勒苏柯尔克孜自治州 克孜勒苏 0908 kezileisu
    新疆 博尔塔拉蒙古自治州 博尔塔拉 0909 boertala
    新疆 克拉玛依市 克拉玛依 0990 kelamayi
    新疆 乌鲁木齐市 乌鲁木齐 0991 wulumuqi
    新疆 石河子市 石河子 0993 shihezi
    新疆 昌吉回族自治州 昌吉 0994 changji
    新疆 吐鲁番地区 吐鲁番 0995 tulufan
    新疆 吐鲁番市 吐鲁番 0995 tulufan
    新疆 巴音郭楞蒙古自治州 巴音郭楞 0996 bayinguoleng
    新疆 阿克苏地区 阿克苏 0997 akesu
    新疆 喀什地区 喀什 0998 kashi
    新疆 伊犁哈萨克自治州 伊犁 0999 yili
    """
}
