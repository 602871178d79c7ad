package cn.baosong.common.feel;

import cn.baosong.common.CodeLists;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of one level, for tests that ask for an attribute. */
public record SampleCodeLists(String list, Map<String, Map<String, String>> attributesByCode) implements CodeLists {

    @Override
    public List<Entry> children(String asked, String parent) {
        return parent != null || !list.equals(asked)
                ? List.of()
                : attributesByCode.keySet().stream().sorted().map(this::entry).toList();
    }

    @Override
    public Optional<Entry> find(String asked, String code) {
        return list.equals(asked) && attributesByCode.containsKey(code) ? Optional.of(entry(code)) : Optional.empty();
    }

    @Override
    public List<Entry> path(String asked, String code) {
        return find(asked, code).stream().toList();
    }

    @Override
    public List<Entry> search(String asked, String text, int limit) {
        return children(asked, null).stream()
                .filter(entry -> entry.code().startsWith(text))
                .limit(limit)
                .toList();
    }

    private Entry entry(String code) {
        return new Entry(list, code, "行业" + code, null, null, 1, true, attributesByCode.get(code));
    }
}
