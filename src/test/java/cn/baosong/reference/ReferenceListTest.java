package cn.baosong.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.CodeLists.Entry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceListTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final ReferenceList INDUSTRY =
            new ReferenceList(ReferenceFile.read(ReferenceFilesTest.source("industry")));
    private static final ReferenceList REGION =
            new ReferenceList(ReferenceFile.read(ReferenceFilesTest.source("region")));

    @Test
    void findsACodeFirstAndThenTheCodesThatBeginWithIt() {
        assertThat(codes(INDUSTRY.search("011", 10, DAY))).containsExactly("011", "0111", "0112", "0113", "0119");
        assertThat(codes(INDUSTRY.search("59", 4, DAY))).containsExactly("59", "591", "592", "593");
        assertThat(codes(INDUSTRY.search("c", 1, DAY))).containsExactly("C");
    }

    @ParameterizedTest
    @CsvSource({
        "杭州, 3301",
        "杭州市, 3301",
        "hzs, 3301",
        "重庆, 50",
        "cq, 50",
        "sh, 31",
        "乐清, 330382",
        "xms, 3502",
        "厦门, 3502",
        "ningbo, 3302",
        "330203, 330203",
        "３３０２０３, 330203",
        "' 杭 州 ', 3301",
        "XMS, 3502",
        "xjscjsbt, 66",
        "兵团, 66"
    })
    void findsARegion(String text, String code) {
        assertThat(codes(REGION.search(text, 5, DAY))).startsWith(code);
    }

    @ParameterizedTest
    @CsvSource({"稻谷, 0111", "dgzz, 0111", "软件开发, 651", "金融业, J", "real estate, K", "'三维(3D)打印', 7517", "会计, 7241"})
    void findsAnIndustry(String text, String code) {
        assertThat(codes(INDUSTRY.search(text, 8, DAY))).contains(code);
    }

    @Test
    void putsNamesThatBeginWithTheTextBeforeThoseThatContainIt() {
        var names = INDUSTRY.search("仓储", 50, DAY).stream().map(Entry::name).toList();
        assertThat(names).hasSizeGreaterThan(10).allMatch(name -> name.contains("仓储"));
        var places = REGION.search("宁", 200, DAY).stream().map(Entry::name).toList();
        var firstInside = places.stream()
                .filter(name -> !name.startsWith("宁"))
                .findFirst()
                .orElseThrow();
        assertThat(places.subList(0, places.indexOf(firstInside))).hasSizeGreaterThan(5);
        assertThat(places.subList(places.indexOf(firstInside), places.size())).noneMatch(name -> name.startsWith("宁"));
    }

    @Test
    void putsTheLowestOfEntriesWithOneNameFirst() {
        assertThat(codes(INDUSTRY.search("铁路货物运输", 3, DAY))).containsExactly("5320", "532");
        assertThat(codes(INDUSTRY.search("fdckfjy", 3, DAY))).containsExactly("7010", "701");
    }

    @Test
    void putsAHigherLevelAndThenAShorterNameFirst() {
        assertThat(REGION.search("长", 5, DAY)).extracting(Entry::name).startsWith("长治市", "长春市", "长沙市");
        assertThat(REGION.search("yqs", 2, DAY)).extracting(Entry::name).containsExactly("阳泉市", "乐清市");
        assertThat(INDUSTRY.search("软件", 2, DAY)).extracting(Entry::name).containsExactly("软件和信息技术服务业", "软件开发");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\u3000", "\t\n"})
    void givesTheFirstEntriesForNoText(String text) {
        assertThat(codes(INDUSTRY.search(text, 3, DAY))).containsExactly("A", "01", "011");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'; DROP TABLE reference_entry; --", "%", "_", "%市", ".*", "[", "\\", "<script>", "市%' OR '1'='1"
            })
    void takesEveryTextAsPlainText(String text) {
        assertThat(REGION.search(text, 10, DAY)).isEmpty();
    }

    @Test
    void givesNothingForAnEndlessText() {
        assertThat(REGION.search("1".repeat(10_000_000), 10, DAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void givesNothingWhereNothingIsAskedFor(int limit) {
        assertThat(REGION.search("市", limit, DAY)).isEmpty();
    }

    @Property(tries = 300)
    void answersAnyTextWithinTheLimitAndWithoutRepeating(@ForAll String text, @ForAll @IntRange(max = 40) int limit) {
        var found = codes(REGION.search(text, limit, DAY));
        assertThat(found).hasSizeLessThanOrEqualTo(limit).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void findsEveryEntryByItsCodeItsNameAndItsInitials(@ForAll @IntRange(max = 1970) int place) {
        var all = INDUSTRY.search("", 5000, DAY);
        var entry = all.get(place);
        assertThat(INDUSTRY.search(entry.code(), 1, DAY)).containsExactly(entry);
        assertThat(INDUSTRY.search(entry.name(), 4, DAY)).contains(entry);
    }

    @Test
    void walksTheTree() {
        assertThat(codes(INDUSTRY.children(null, DAY)))
                .hasSize(20)
                .startsWith("A", "B")
                .endsWith("S", "T");
        assertThat(codes(INDUSTRY.children("011", DAY))).containsExactly("0111", "0112", "0113", "0119");
        assertThat(INDUSTRY.children("0111", DAY)).isEmpty();
        assertThat(INDUSTRY.children("nowhere", DAY)).isEmpty();
        assertThat(INDUSTRY.path("0111")).extracting(Entry::name).containsExactly("农、林、牧、渔业", "农业", "谷物种植", "稻谷种植");
        assertThat(INDUSTRY.path("nowhere")).isEmpty();
        assertThat(INDUSTRY.path(null)).isEmpty();
        assertThat(INDUSTRY.find("nowhere")).isEmpty();
        assertThat(INDUSTRY.find(null)).isEmpty();
    }

    @Test
    void offersWhatIsValidOnTheDayAndFindsTheRestByCode() {
        var list = list("""
                code,name,level,parent,initials,valid_from,valid_to
                1,始终,1,,sz,,
                2,曾经,1,,cj,,2024-12-31
                3,将来,1,,jl,2026-01-01,
                """);

        assertThat(codes(list.children(null, LocalDate.of(2024, 12, 31)))).containsExactly("1", "2");
        assertThat(codes(list.children(null, LocalDate.of(2025, 1, 1)))).containsExactly("1");
        assertThat(codes(list.search("", 9, LocalDate.of(2026, 1, 1)))).containsExactly("1", "3");
        assertThat(list.search("曾经", 9, DAY)).isEmpty();
        assertThat(list.find("2")).isPresent();
        assertThat(list.dayToShow(DAY)).isEqualTo(DAY);
    }

    @Test
    void showsAListThatHasEndedAsItStoodOnItsLastDay() {
        var list = list("""
                code,name,level,parent,initials,valid_from,valid_to
                1,早,1,,z,,2020-12-31
                2,晚,1,,w,,2022-12-31
                """);

        assertThat(list.dayToShow(DAY)).isEqualTo(LocalDate.of(2022, 12, 31));
        assertThat(list.dayToShow(LocalDate.of(2020, 1, 1))).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(codes(list.children(null, list.dayToShow(DAY)))).containsExactly("2");
    }

    private static ReferenceList list(String text) {
        return new ReferenceList(
                ReferenceFile.read(new ReferenceSource("trial", text.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> codes(List<Entry> entries) {
        return entries.stream().map(Entry::code).toList();
    }
}
