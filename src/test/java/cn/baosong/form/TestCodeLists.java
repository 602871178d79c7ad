package cn.baosong.form;

import cn.baosong.common.CodeLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Three small code lists in memory: a tree of industries, a flat list of holdings, and a wide one. */
public final class TestCodeLists implements CodeLists {

    private final Map<String, Map<String, Entry>> lists = new LinkedHashMap<>();

    TestCodeLists() {
        add("industry", "A", "农业", "Agriculture", null, 1, false);
        add("industry", "01", "种植业", "Crops", "A", 2, false);
        add("industry", "011", "谷物种植", "Cereals", "01", 3, true);
        add("industry", "012", "蔬菜种植", "Vegetables", "01", 3, true);
        add("industry", "02", "林业", "Forestry", "A", 2, true);
        add("industry", "B", "采矿业", "Mining", null, 1, false);
        add("industry", "06", "煤炭开采", "Coal mining", "B", 2, true);
        add("holding", "1", "国有控股", "State", null, 1, true);
        add("holding", "2", "私人控股", "Private", null, 1, true);
        IntStream.range(0, 1500).forEach(i -> add("wide", "W" + i, "条目" + i, "Item " + i, null, 1, true));
    }

    private void add(String list, String code, String name, String nameEn, String parent, int level, boolean leaf) {
        lists.computeIfAbsent(list, key -> new LinkedHashMap<>())
                .put(code, new Entry(list, code, name, nameEn, parent, level, leaf, Map.of()));
    }

    private List<Entry> entries(String list) {
        return List.copyOf(lists.getOrDefault(list, Map.of()).values());
    }

    @Override
    public List<Entry> children(String list, String parent) {
        return entries(list).stream()
                .filter(entry -> java.util.Objects.equals(entry.parent(), parent))
                .toList();
    }

    @Override
    public Optional<Entry> find(String list, String code) {
        return Optional.ofNullable(lists.getOrDefault(list, Map.of()).get(code));
    }

    @Override
    public List<Entry> path(String list, String code) {
        List<Entry> path = new ArrayList<>();
        for (Optional<Entry> at = find(list, code);
                at.isPresent();
                at = find(list, at.get().parent())) {
            path.add(0, at.get());
        }
        return path;
    }

    @Override
    public List<Entry> search(String list, String text, int limit) {
        return entries(list).stream()
                .filter(entry -> entry.code().startsWith(text) || entry.name().contains(text))
                .limit(limit)
                .toList();
    }
}
