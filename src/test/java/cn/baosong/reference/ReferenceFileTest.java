package cn.baosong.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFileTest {

    private static final String COLUMNS = "code,name,level,parent,initials,valid_from,valid_to,scale_row\n";

    @Test
    void readsEntriesWithTheirAttributesAndDates() {
        var rows = read("# a standard\n" + COLUMNS + "A,农业,1,,ny,2017-10-01,,1\n01,\"谷物,豆类\",2,A,gwdl,,2030-12-31,\n");

        assertThat(rows).hasSize(2);
        var top = rows.get(0);
        assertThat(top.entry().leaf()).isFalse();
        assertThat(top.entry().parent()).isNull();
        assertThat(top.entry().nameEn()).isNull();
        assertThat(top.entry().attributes()).isEqualTo(Map.of("scaleRow", "1"));
        assertThat(top.validFrom()).isEqualTo(LocalDate.of(2017, 10, 1));
        assertThat(top.validTo()).isNull();
        var below = rows.get(1);
        assertThat(below.entry().leaf()).isTrue();
        assertThat(below.entry().name()).isEqualTo("谷物,豆类");
        assertThat(below.entry().attributes()).isEmpty();
        assertThat(below.validTo()).isEqualTo(LocalDate.of(2030, 12, 31));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,农业,1,,ny,,,1;A,林业,1,,ly,,,1 | stands twice",
                "01,谷物,2,A,gw,,,1 | does not stand before it",
                "01,谷物,2,A,gw,,,1;A,农业,1,,ny,,,1 | does not stand before it",
                "A,农业,1,A,ny,,,1 | does not stand before it",
                "A,农业,2,,ny,,,1 | does not follow",
                "A,农业,1,,ny,,,1;01,谷物,3,A,gw,,,1 | does not follow",
                "A,农业,one,,ny,,,1 | is no number",
                "A,农业,,,ny,,,1 | is no number",
                "A,农 业,1,,ny,,,1 | holds no blank",
                "A,农\u00a0业,1,,ny,,,1 | holds no blank",
                "A,农业\u200b,1,,ny,,,1 | holds no blank",
                "A,,1,,ny,,,1 | is not empty",
                "a,农业,1,,ny,,,1 | a code is",
                "A-1,农业,1,,ny,,,1 | a code is",
                ",农业,1,,ny,,,1 | a code is",
                "A,农业,1,,NY,,,1 | initials",
                "A,农业,1,,,,,1 | initials",
                "A,农业,1,,ny,2017-13-01,,1 | is no date",
                "A,农业,1,,ny,2017-10-02,2017-10-01,1 | ends before it begins",
                "A,农业,1,,ny | Not enough column values",
                "A,农业,1,,ny,,,1,surplus | Too many entries",
            })
    void refusesAFileThatBreaksARule(String lines, String reason) {
        assertThatThrownBy(() -> read(COLUMNS + lines.replace(';', '\n') + "\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("reference/trial.csv")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "# only a comment\n",
                "code,name,level,initials\n",
                "code,name,level\nA,农业,1\n",
                "code,name,level,initials\nA,\"农业,1,ny\n",
                "code,name,level,initials\nA\u0000,农业,1,ny\n",
                "PK\u0003\u0004"
            })
    void refusesAFileThatIsNone(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("reference/trial.csv");
    }

    @Test
    void refusesAFileInAnotherEncoding() {
        var gbk = (COLUMNS + "A,稻谷,1,,dg,,,1\n").getBytes(Charset.forName("GBK"));
        assertThatThrownBy(() -> ReferenceFile.read(new ReferenceSource("trial", gbk)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it is not UTF-8");
    }

    private static List<ReferenceEntry> read(String text) {
        return ReferenceFile.read(new ReferenceSource("trial", text.getBytes(StandardCharsets.UTF_8)));
    }
}
