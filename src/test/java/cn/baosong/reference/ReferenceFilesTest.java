package cn.baosong.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.CodeLists.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped files must hold. That each entry stands below the right one is the file reader's own rule. */
class ReferenceFilesTest {

    private static final Map<String, ReferenceEntry> INDUSTRY = shipped("industry");
    private static final Map<String, ReferenceEntry> REGION = shipped("region");

    static Map<String, ReferenceEntry> shipped(String list) {
        Map<String, ReferenceEntry> rows = new HashMap<>();
        ReferenceFile.read(source(list)).forEach(row -> rows.put(row.entry().code(), row));
        return rows;
    }

    static ReferenceSource source(String list) {
        try (var file = ReferenceFilesTest.class.getResourceAsStream("/reference/" + list + ".csv")) {
            return new ReferenceSource(list, file.readAllBytes());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "industry, GB/T 4754-2017",
        "region, GB/T 2260",
        "registration-type, 国统字〔2023〕14号",
        "registration-type-2011, 国统字〔2011〕86号",
        "holding-type, 企业控股情况"
    })
    void namesItsStandardInTheFirstLine(String list, String standard) {
        assertThat(new String(source(list).content(), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("# ").contains(standard));
    }

    @ParameterizedTest
    @ValueSource(strings = {"industry", "region", "registration-type", "registration-type-2011", "holding-type"})
    void standsInTheOrderOfItsCodesBelowEachParent(String list) {
        Map<String, List<String>> below = ReferenceFile.read(source(list)).stream()
                .collect(Collectors.groupingBy(
                        row -> String.valueOf(row.entry().parent()),
                        Collectors.mapping(row -> row.entry().code(), Collectors.toList())));
        assertThat(below.values()).allSatisfy(codes -> assertThat(codes).isSorted());
    }

    @Test
    void holdsTheIndustriesOfFourLevels() {
        assertThat(levels(INDUSTRY))
                .containsExactly(Map.entry(1, 20L), Map.entry(2, 97L), Map.entry(3, 473L), Map.entry(4, 1381L));
        assertThat(INDUSTRY.values()).allSatisfy(row -> {
            var entry = row.entry();
            assertThat(entry.leaf()).isEqualTo(entry.level() == 4);
            assertThat(entry.code()).matches(entry.level() == 1 ? "[A-T]" : "\\d{" + entry.level() + "}");
            assertThat(row.validFrom()).isEqualTo(LocalDate.of(2017, 10, 1));
            if (entry.level() <= 2) {
                assertThat(entry.nameEn()).isNotBlank();
            } else {
                assertThat(entry.code()).startsWith(entry.parent());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "A, 1, 5",
        "B, 6, 12",
        "C, 13, 43",
        "D, 44, 46",
        "E, 47, 50",
        "F, 51, 52",
        "G, 53, 60",
        "H, 61, 62",
        "I, 63, 65",
        "J, 66, 69",
        "K, 70, 70",
        "L, 71, 72",
        "M, 73, 75",
        "N, 76, 79",
        "O, 80, 82",
        "P, 83, 83",
        "Q, 84, 85",
        "R, 86, 90",
        "S, 91, 96",
        "T, 97, 97"
    })
    void putsEachDivisionInItsSection(String section, int first, int last) {
        assertThat(INDUSTRY.values().stream()
                        .map(ReferenceEntry::entry)
                        .filter(entry -> section.equals(entry.parent()))
                        .map(entry -> Integer.valueOf(entry.code())))
                .allMatch(division -> division >= first && division <= last)
                .hasSize(last - first + 1);
    }

    @Test
    void givesEveryClassItsSector() {
        assertThat(leaves(INDUSTRY)).allSatisfy(entry -> {
            var section = section(entry);
            var division = entry.code().substring(0, 2);
            var expected = Set.of("05", "11", "43").contains(division)
                    ? "3"
                    : section.equals("A") ? "1" : "BCDE".contains(section) ? "2" : "3";
            assertThat(entry.attributes()).as(entry.code()).containsEntry("sector", expected);
        });
    }

    @Test
    void givesAllOfMiningManufacturingAndUtilitiesTheRowOfIndustry() {
        assertThat(INDUSTRY.values().stream().map(ReferenceEntry::entry).filter(entry -> "BCD"
                        .contains(section(entry))))
                .hasSizeGreaterThan(700)
                .allSatisfy(entry -> assertThat(entry.attributes()).containsEntry("scaleRow", "2"));
    }

    @ParameterizedTest
    @CsvSource({
        "0111, 1",
        "0511, 1",
        "0610, 2",
        "1120, 2",
        "3011, 2",
        "4390, 2",
        "4430, 2",
        "4710, 3",
        "5090, 3",
        "5111, 4",
        "5299, 5",
        "5411, 6",
        "5511, 6",
        "5611, 6",
        "5710, 6",
        "5810, 6",
        "591, 6",
        "5910, 6",
        "592, 7",
        "5930, 7",
        "5941, 7",
        "5951, 7",
        "5960, 7",
        "5990, 7",
        "6010, 8",
        "6110, 9",
        "6210, 10",
        "6311, 11",
        "6410, 11",
        "6511, 12",
        "701, 13",
        "7010, 13",
        "702, 14",
        "7020, 14",
        "7030, 16",
        "7040, 16",
        "7090, 16",
        "7111, 15",
        "7299, 15",
        "7310, 16",
        "7910, 16",
        "8010, 16",
        "85, 16",
        "8511, 16",
        "8610, 16",
        "9090, 16"
    })
    void givesTheRowOfTheScaleTable(String code, String row) {
        assertThat(INDUSTRY.get(code).entry().attributes()).containsEntry("scaleRow", row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "53", "5320", "59", "70", "66", "6610", "6999", "J", "83", "8310", "84", "8411", "91", "9700", "G", "I",
                "Q"
            })
    void givesNoRowWhereTheTableHasNoneOrSeveral(String code) {
        assertThat(INDUSTRY.getOrDefault(code, INDUSTRY.get(code.substring(0, 1)))
                        .entry()
                        .attributes())
                .doesNotContainKey("scaleRow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sector", "scaleRow"})
    void givesAnEntryWhatAllBelowItShareAndNothingElse(String attribute) {
        var below = INDUSTRY.values().stream()
                .map(ReferenceEntry::entry)
                .filter(entry -> entry.parent() != null)
                .collect(Collectors.groupingBy(
                        Entry::parent,
                        Collectors.mapping(
                                entry -> entry.attributes().getOrDefault(attribute, ""),
                                Collectors.toCollection(TreeSet::new))));
        below.forEach((code, values) -> assertThat(
                        INDUSTRY.get(code).entry().attributes().getOrDefault(attribute, ""))
                .as(code)
                .isEqualTo(values.size() == 1 ? values.first() : ""));
    }

    @Test
    void usesEveryRowOfTheScaleTable() {
        assertThat(leaves(INDUSTRY).stream()
                        .map(entry -> entry.attributes().getOrDefault("scaleRow", "none"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "none");
    }

    @Test
    void holdsTheRegionsOfThreeLevelsAndTheCorps() {
        assertThat(levels(REGION)).containsExactly(Map.entry(1, 31L + 1), Map.entry(2, 342L), Map.entry(3, 2978L));
        assertThat(REGION.values().stream().map(ReferenceEntry::entry)).allSatisfy(entry -> {
            assertThat(entry.code()).matches("\\d{" + 2 * entry.level() + "}");
            assertThat(entry.leaf())
                    .isEqualTo(entry.level() == 3 || entry.code().equals("66"));
            if (entry.level() == 1) {
                assertThat(entry.nameEn()).isNotBlank();
            } else {
                assertThat(entry.code()).startsWith(entry.parent());
            }
        });
    }

    @Test
    void marksTheUnitsThatReportLikeAProvince() {
        assertThat(having(REGION, "provinceLevel"))
                .containsOnly(
                        Map.entry("2102", "大连市"),
                        Map.entry("3302", "宁波市"),
                        Map.entry("3502", "厦门市"),
                        Map.entry("3702", "青岛市"),
                        Map.entry("4403", "深圳市"));
        assertThat(having(REGION, "outsideStandard")).containsOnly(Map.entry("66", "新疆生产建设兵团"));
        assertThat(REGION.get("3302").entry().parent()).isEqualTo("33");
    }

    @ParameterizedTest
    @CsvSource({
        "50, cqs",
        "2201, ccs",
        "4301, css",
        "3502, xms",
        "330382, yqs",
        "3415, las",
        "3403, bbs",
        "3310, tzs",
        "3311, lss",
        "371524, dex",
        "371722, sx",
        "310112, mhq",
        "420116, hpq",
        "140427, hgx",
        "140428, zzx",
        "440113, pyq",
        "6504, tlfs",
        "140724, xyx",
        "54, xzzzq",
        "62, gss",
        "14, sxs",
        "61, sxs",
        "130726, yx",
        "341021, sx",
        "420303, zwq",
        "441422, dbx",
        "230725, dqsx",
        "141024, htx",
        "420505, xtq"
    })
    void saysPlaceNamesAsTheyAreSaid(String code, String initials) {
        assertThat(REGION.get(code)).as(code).isNotNull();
        assertThat(REGION.get(code).initials())
                .as(REGION.get(code).entry().name())
                .isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({
        "6621, syyhfw",
        "7241, kjsjjswfw",
        "3434, lxbysbzz",
        "2023, bhbzz",
        "242, yqzz",
        "0311, ndsy",
        "032, jqsy",
        "7517, sw3ddyjstgfw"
    })
    void saysIndustriesAsTheyAreSaid(String code, String initials) {
        assertThat(INDUSTRY.get(code)).as(code).isNotNull();
        assertThat(INDUSTRY.get(code).initials())
                .as(INDUSTRY.get(code).entry().name())
                .isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({"registration-type, 2023-01-01,", "registration-type-2011, 2011-01-01, 2022-12-31"})
    void datesBothListsOfRegistrationTypes(String list, LocalDate from, LocalDate to) {
        assertThat(shipped(list).values()).allSatisfy(row -> {
            assertThat(row.validFrom()).isEqualTo(from);
            assertThat(row.validTo()).isEqualTo(to);
            assertThat(row.entry().nameEn()).isNotBlank();
        });
    }

    @Test
    void keepsTheTwoMeaningsOfOneRegistrationCodeApart() {
        assertThat(shipped("registration-type").get("110").entry().name()).isEqualTo("有限责任公司");
        assertThat(shipped("registration-type-2011").get("110").entry().name()).isEqualTo("国有企业");
        assertThat(levels(shipped("registration-type")))
                .containsExactly(Map.entry(1, 6L), Map.entry(2, 14L), Map.entry(3, 9L));
        assertThat(levels(shipped("registration-type-2011")))
                .containsExactly(Map.entry(1, 3L), Map.entry(2, 18L), Map.entry(3, 10L));
    }

    @Test
    void holdsSixKindsOfHolding() {
        assertThat(shipped("holding-type").values().stream()
                        .map(row -> row.entry().code() + row.entry().name()))
                .containsExactlyInAnyOrder("1国有控股", "2集体控股", "3私人控股", "4港澳台商控股", "5外商控股", "9其他");
    }

    private static String section(Entry entry) {
        var above = entry;
        while (above.parent() != null) {
            above = INDUSTRY.get(above.parent()).entry();
        }
        return above.code();
    }

    private static List<Entry> leaves(Map<String, ReferenceEntry> rows) {
        return rows.values().stream()
                .map(ReferenceEntry::entry)
                .filter(Entry::leaf)
                .toList();
    }

    private static Map<Integer, Long> levels(Map<String, ReferenceEntry> rows) {
        return rows.values().stream()
                .collect(Collectors.groupingBy(row -> row.entry().level(), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, String> having(Map<String, ReferenceEntry> rows, String attribute) {
        return rows.values().stream()
                .map(ReferenceEntry::entry)
                .filter(entry -> "true".equals(entry.attributes().get(attribute)))
                .collect(Collectors.toMap(Entry::code, Entry::name));
    }
}
