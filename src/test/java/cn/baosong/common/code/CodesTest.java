package cn.baosong.common.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    private static final String CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ORGANIZATION_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91110102PDY00001X5",
                "91110102PDY0000285",
                "91110102PDY0000360",
                "91330206MA2GABCD2J",
                " 9135 0100 M000100Y-43 ",
                "91350100m000100y43",
                "９１３５０１００Ｍ０００１００Ｙ４３"
            })
    void acceptsCreditCodes(String code) {
        assertThat(UnifiedSocialCreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "111222333444555666",
                "91350100M000100Y4Z",
                "91350100M000100Y44",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "9135010OM000100Y43",
                "91350100Ⅿ000100Y43",
                "M000100Y-4",
                "统一社会信用代码统一社会信用代码统一"
            })
    void refusesOtherCreditCodes(String code) {
        assertThat(UnifiedSocialCreditCode.isValid(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4, 3",
        "91110102PDY00001X, 5",
        "91110102PDY000028, 5",
        "91110102PDY000036, 0",
        "91330206MA2GABCD2, J",
        "11122233344455566, 5"
    })
    void computesTheCheckCharacterOfACreditCode(String body, char check) {
        assertThat(UnifiedSocialCreditCode.checkCharacter(body)).isEqualTo(check);
    }

    @ParameterizedTest
    @CsvSource({"M000100Y, 4", "PDY00001, X", "PDY00002, 8", "PDY00003, 6", "MA2GABCD, 2", "D2143569, X"})
    void computesTheCheckCharacterOfAnOrganizationCode(String body, char check) {
        assertThat(OrganizationCode.checkCharacter(body)).isEqualTo(check);
        assertThat(OrganizationCode.isValid(body + "-" + check)).isTrue();
        assertThat(OrganizationCode.isValid(body + check)).isTrue();
        assertThat(OrganizationCode.isValid(body.toLowerCase(java.util.Locale.ROOT) + "－" + check))
                .isTrue();
    }

    @Test
    void writesARemainderOfZeroAsZero() {
        assertThat(OrganizationCode.checkCharacter("00000000")).isEqualTo('0');
        assertThat(UnifiedSocialCreditCode.checkCharacter("0".repeat(17))).isEqualTo('0');
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"D2143569-1", "D2143569", "D21435699X", "组织机构代码组织机", "D2143569*X", "91350100M000100Y43"})
    void refusesOtherOrganizationCodes(String code) {
        assertThat(OrganizationCode.isValid(code)).isFalse();
    }

    @Test
    void computesNothingForABodyThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> UnifiedSocialCreditCode.checkCharacter("123"));
        assertThatIllegalArgumentException().isThrownBy(() -> UnifiedSocialCreditCode.checkCharacter("I".repeat(17)));
        assertThatIllegalArgumentException().isThrownBy(() -> OrganizationCode.checkCharacter("123"));
        assertThatIllegalArgumentException().isThrownBy(() -> OrganizationCode.checkCharacter("1234567*"));
    }

    @Provide
    Arbitrary<String> creditBodies() {
        return Arbitraries.strings().withChars(CREDIT_CHARACTERS).ofLength(17);
    }

    @Provide
    Arbitrary<String> organizationBodies() {
        return Arbitraries.strings().withChars(ORGANIZATION_CHARACTERS).ofLength(8);
    }

    @Property
    void detectsEveryChangedCharacterOfACreditCode(
            @ForAll("creditBodies") String body,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(min = 1, max = 30) int shift) {
        String code = body + UnifiedSocialCreditCode.checkCharacter(body);
        assertThat(UnifiedSocialCreditCode.isValid(code)).isTrue();
        char other = CREDIT_CHARACTERS.charAt((CREDIT_CHARACTERS.indexOf(code.charAt(place)) + shift) % 31);
        assertThat(UnifiedSocialCreditCode.isValid(replaced(code, place, other)))
                .isFalse();
    }

    @Property
    void detectsEveryChangedCharacterOfAnOrganizationCodeUnlessTheValuesDifferByElevens(
            @ForAll("organizationBodies") String body,
            @ForAll @IntRange(max = 7) int place,
            @ForAll @IntRange(min = 1, max = 35) int shift) {
        String code = body + OrganizationCode.checkCharacter(body);
        assertThat(OrganizationCode.isValid(code)).isTrue();
        int value = ORGANIZATION_CHARACTERS.indexOf(code.charAt(place));
        int changed = (value + shift) % 36;
        assertThat(OrganizationCode.isValid(replaced(code, place, ORGANIZATION_CHARACTERS.charAt(changed))))
                .isEqualTo((changed - value) % 11 == 0);
    }

    @Property
    void detectsEveryOtherCheckCharacter(@ForAll("organizationBodies") String body, @ForAll char check) {
        char right = OrganizationCode.checkCharacter(body);
        assertThat(OrganizationCode.isValid(body + check))
                .isEqualTo(OrganizationCode.normalize(String.valueOf(check)).equals(String.valueOf(right)));
    }

    @Property
    void takesAnyText(@ForAll String text) {
        assertThat(UnifiedSocialCreditCode.isValid(text))
                .isEqualTo(UnifiedSocialCreditCode.isValid(UnifiedSocialCreditCode.normalize(text)));
        assertThat(OrganizationCode.isValid(text))
                .isEqualTo(OrganizationCode.isValid(OrganizationCode.normalize(text)));
    }

    @Property
    void takesAnyTextOfTheRightLength(
            @ForAll @StringLength(18) String credit,
            @ForAll @StringLength(9) @CharRange(from = ' ', to = '~') String organization) {
        assertThat(UnifiedSocialCreditCode.isValid(credit)).isIn(true, false);
        assertThat(OrganizationCode.isValid(organization)).isIn(true, false);
    }

    @Property
    void normalizesOnce(@ForAll String text) {
        String once = UnifiedSocialCreditCode.normalize(text);
        assertThat(UnifiedSocialCreditCode.normalize(once)).isEqualTo(once);
        assertThat(OrganizationCode.normalize(OrganizationCode.normalize(text)))
                .isEqualTo(OrganizationCode.normalize(text));
    }

    private static String replaced(String code, int place, char character) {
        return code.substring(0, place) + character + code.substring(place + 1);
    }
}
