package cn.baosong.demo;

import java.util.List;
import java.util.stream.IntStream;

/** Invented enterprises of 海曙区 by the hundred: a place name, a trade, and figures that follow from their number. */
final class DemoNames {

    private static final int FIRST = 1001;

    /** One in forty filed six days ago: late by a day, as the model of the review has it. */
    private static final int OVERDUE = 25;

    private static final int DAYS_OVERDUE = 6;

    private static final List<String> PLACES = List.of(
            "甬江", "月湖", "天一", "望春", "段塘", "集士港", "古林", "高桥", "横街", "鄞江", "洞桥", "章水", "龙观", "石碶", "南门", "西门", "江厦", "鼓楼",
            "白云", "孝闻", "永丰", "新芝", "柳汀", "澄浪");

    /** @param industry class of GB/T 4754-2017 */
    private record Trade(String name, String industry, String business) {}

    private static final List<Trade> TRADES = List.of(
            new Trade("模具", "3525", "冲压模具与注塑模具"),
            new Trade("紧固件", "3482", "高强度紧固件的生产与销售"),
            new Trade("服饰", "1819", "机织服装的生产与销售"),
            new Trade("速冻食品", "1432", "速冻面米食品的生产与销售"),
            new Trade("塑料制品", "2929", "塑料零件的生产与销售"),
            new Trade("钢结构", "3311", "建筑用金属结构的制造与安装"),
            new Trade("传动机械", "3489", "通用零部件的生产与销售"),
            new Trade("滚动轴承", "3451", "滚动轴承的生产与销售"),
            new Trade("电器配件", "3857", "家用电力器具配件的生产与销售"),
            new Trade("汽车部件", "3670", "汽车零部件的生产与销售"),
            new Trade("软件", "6513", "工业应用软件的开发与运维"),
            new Trade("机电贸易", "5179", "机械设备与电子产品批发"),
            new Trade("线缆", "3831", "电线电缆的生产与销售"),
            new Trade("橡胶", "2652", "合成橡胶的生产与销售"),
            new Trade("半导体", "3972", "半导体分立器件的生产与销售"),
            new Trade("包装", "2231", "纸和纸板容器的生产与销售"),
            new Trade("光学玻璃", "3052", "光学玻璃元件的生产与销售"),
            new Trade("泵业", "3441", "工业泵与真空设备的生产与销售"),
            new Trade("家具", "2110", "木质家具的生产与销售"),
            new Trade("医疗用品", "2770", "卫生材料的生产与销售"),
            new Trade("仪器仪表", "4021", "环境监测仪器的生产与销售"),
            new Trade("印刷设备", "3542", "印刷专用设备的生产与销售"),
            new Trade("鞋业", "1951", "纺织面料鞋的生产与销售"),
            new Trade("涂料", "2641", "工业涂料的生产与销售"),
            new Trade("电子材料", "3985", "电子专用材料的生产与销售"));

    private DemoNames() {}

    /** @return the first {@code count}; the same each time, no two of one name */
    static List<DemoEnterprise> enterprises(int count) {
        return IntStream.range(0, Math.min(count, PLACES.size() * TRADES.size()))
                .mapToObj(DemoNames::enterprise)
                .toList();
    }

    private static DemoEnterprise enterprise(int index) {
        var trade = TRADES.get(index % TRADES.size());
        var place = PLACES.get(index / TRADES.size());
        var number = FIRST + index;
        var revenue = 6_000 + index * 7_919 % 240_000;
        return new DemoEnterprise(
                number,
                "demo%06d".formatted(number),
                "宁波海曙" + place + trade.name() + "有限公司",
                trade.industry(),
                "330203",
                "112",
                "3",
                Integer.toString(revenue),
                Integer.toString(12 + index * 31 % 290),
                Integer.toString(revenue * 4 / 5),
                "20%02d-%02d-%02d".formatted(1 + index % 18, 1 + index % 12, 1 + index % 28),
                "林" + "一二三四五六七八九".charAt(index % 9),
                trade.business(),
                number % 40 == OVERDUE ? DAYS_OVERDUE : 0,
                "approved");
    }
}
