package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The catalogue of products, loaded from good files and bad ones. */
class ProductCatalogueTest extends FilingScenario {

    @Autowired
    private ProductCatalogue catalogue;

    private Account operator;

    @BeforeEach
    void aCatalogueStands() {
        operator = actors.account(Role.OPERATOR);
        load("code,name,unit\n3489010,传动轴,件\n3489020,\"轴承, 滚动\",万套\n");
    }

    private int load(String csv) {
        return load(csv.getBytes(StandardCharsets.UTF_8));
    }

    private int load(byte[] csv) {
        return actors.as(operator, () -> catalogue.load(new ByteArrayInputStream(csv)));
    }

    private void assertRefused(String key, String csv) {
        assertProblem("filing.error.catalogue." + key, () -> load(csv));
        assertThat(actors.as(operator, () -> catalogue.count()))
                .as("the catalogue stays")
                .isEqualTo(2);
    }

    @Test
    void codesAndNamesAreFound() {
        actors.as(operator, () -> {
            assertThat(catalogue.search("3489")).hasSize(2);
            assertThat(catalogue.search(" 轴承 ")).containsExactly(new ProductCode("3489020", "轴承, 滚动", "万套"));
            assertThat(catalogue.search("489")).isEmpty();
            assertThat(catalogue.search("%")).isEmpty();
            assertThat(catalogue.search("_")).isEmpty();
            assertThat(catalogue.search("")).isEmpty();
            assertThat(catalogue.search("'; DROP TABLE product_code; --")).isEmpty();
            assertThat(catalogue.search("x".repeat(100_000))).isEmpty();
            return null;
        });
    }

    @Test
    void aNewListReplacesTheOldOne() {
        assertThat(load("\uFEFFcode,name\r\n1,甲\r\n\r\n2,乙\r\n3,丙\r\n")).isEqualTo(3);
        actors.as(operator, () -> {
            assertThat(catalogue.search("3489")).isEmpty();
            assertThat(catalogue.search("甲")).containsExactly(new ProductCode("1", "甲", null));
            return null;
        });
    }

    @Test
    void badFilesAreRefusedByLine() {
        assertRefused("unreadable", "");
        assertRefused("empty", "code,name\n");
        assertRefused("code", "name,kind\n甲,乙\n");
        assertRefused("code", "code,name\n1,甲\n<b>,乙\n");
        assertRefused("name", "code,name\n1,\n");
        assertRefused("name", "code,name\n1," + "长".repeat(201) + "\n");
        assertRefused("twice", "code,name\n1,甲\n1,乙\n");
        assertRefused("unreadable", "code,name\n1,\"甲\n");
        assertRefused("too-large", "code,name\n1,甲" + " ".repeat(ProductCatalogue.LARGEST));
        assertProblem(
                "filing.error.catalogue.unreadable", () -> load("code,name\n1,产品\n".getBytes(Charset.forName("GBK"))));
        assertProblem("filing.error.catalogue.unreadable", () -> load(new byte[] {'P', 'K', 3, 4, (byte) 0xff, 0}));
    }

    @Test
    void onlyAnOperatorLoadsIt() {
        var enterprise = fixture.enterprise();
        assertThatThrownBy(() -> actors.as(
                        enterprise, () -> catalogue.load(new ByteArrayInputStream("code,name\n1,a".getBytes()))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(actors.as(enterprise, () -> catalogue.search("传动"))).hasSize(1);
    }
}
