package cn.baosong.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.help.HelpText.Part;
import cn.baosong.help.ServiceSettings.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a document becomes a page. */
class HelpTextTest {

    @Test
    void theFirstHeadingIsTheTitleAndTheOthersAreTheContents() {
        var text = HelpText.of("# 手册\n\n先读。\n\n## 登录 `A`\n\n点【登录】。\n\n### 忘记\n\n## 退出\n");
        assertThat(text.title()).isEqualTo("手册");
        assertThat(text.parts())
                .extracting(Part::level, Part::anchor)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "s1"),
                        org.assertj.core.groups.Tuple.tuple(3, "s2"),
                        org.assertj.core.groups.Tuple.tuple(2, "s3"));
        assertThat(text.html())
                .contains("<h2 id=\"s1\">", "<h3 id=\"s2\">", "<h2 id=\"s3\">", "点<b class=\"named\">登录</b>。")
                .doesNotContain("<h1", "手册");
    }

    @Test
    void tablesAreTablesAndTagsAreText() {
        var text = HelpText.of("# t\n\n| a | b |\n| --- | --- |\n| 1 | <script>alert(1)</script> |\n\n"
                + "[x](javascript:alert(1)) 【<img src=x onerror=alert(1)>】\n\n<iframe src=\"x\"></iframe>");
        assertThat(text.html())
                .contains("<table>", "&lt;script&gt;")
                .doesNotContain("<script", "javascript:", "<img", "<iframe");
    }

    @Test
    void aTopicIsOneOfOurs() {
        assertThat(HelpTopic.of("guide")).contains(HelpTopic.GUIDE);
        assertThat(HelpTopic.of("manual")).contains(HelpTopic.MANUAL);
        for (var none : new String[] {"", "GUIDE", "guide.zh", "../application", "file", "indicators"}) {
            assertThat(HelpTopic.of(none)).as(none).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "//example.org", "data:text/html,x", "example.org", "", "https://a b"})
    void aServiceLinkGoesToAnAddress(String url) {
        assertThatThrownBy(() -> new Link("融资", null, url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baosong.service.links");
    }

    @Test
    void aServiceLinkHasATitleInBothLanguages() {
        var link = new Link("融资服务", "Financing", "https://example.org/financing");
        assertThat(link.title(cn.baosong.common.Texts.ENGLISH)).isEqualTo("Financing");
        assertThat(new Link("融资服务", null, "/notices/news").title(cn.baosong.common.Texts.ENGLISH))
                .isEqualTo("融资服务");
        assertThatThrownBy(() -> new Link(" ", "x", "/x")).isInstanceOf(IllegalArgumentException.class);
    }
}
