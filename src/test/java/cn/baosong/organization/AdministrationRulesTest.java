package cn.baosong.organization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Way;
import cn.baosong.common.Texts;
import cn.baosong.filing.FilingScenario;
import cn.baosong.messaging.PersonalMessages;
import cn.baosong.testing.ModelFixture;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told what an administrator did, and how much he may do at once, as the process owner's tables say. */
class AdministrationRulesTest extends FilingScenario {

    private static final String NOTICES = "processes/administration/administration-notices.dmn";
    private static final String LIMITS = "processes/administration/administration-limits.dmn";

    @Autowired
    private AdministrationRules rules;

    @Autowired
    private Administrators administrators;

    @Autowired
    private Desks service;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PersonalMessages messages;

    @Autowired
    private ModelFixture models;

    private Account superior;
    private Desk city;
    private Desk county;
    private Account holder;

    @BeforeEach
    void aCountyOfItsOwn() {
        city = desks.under(desks.zhejiang(), DeskLevel.CITY, "3310");
        superior = desks.holder(city);
        county = desks.under(city, DeskLevel.COUNTY, desks.freshCounty("3310"));
        holder = desks.holder(county);
    }

    private void disable() {
        var holding = actors.as(superior, () -> service.holders(county.id())).stream()
                .filter(held -> held.account().equals(holder.id()))
                .findFirst()
                .orElseThrow()
                .id();
        actors.as(superior, () -> administrators.disable(holding, "已调离"));
    }

    private <T> void changed(String file, UnaryOperator<String> change, Runnable act) {
        models.changed(file, change, () -> {
            act.run();
            return null;
        });
    }

    @Test
    void theTablesHaveARowForEachThingTheCodeAsksFor() {
        assertThat(keys(NOTICES))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AdministrationEvent.values())
                        .map(AdministrationEvent::key)
                        .toList());
        assertThat(keys(LIMITS)).containsExactly(AdministrationRules.CHANGE_REVIEWER);
        assertThat(rules.most(AdministrationRules.CHANGE_REVIEWER)).isEqualTo(500);
        assertThat(rules.most("something else")).isEqualTo(Integer.MAX_VALUE);
        assertThat(AdministrationEvent.values())
                .allSatisfy(event ->
                        assertThat(rules.told(event).orElseThrow().ways()).contains(Way.INBOX));
        assertThat(rules.told(AdministrationEvent.ENTERPRISE_DISABLED)
                        .orElseThrow()
                        .ways())
                .as("who cannot log in reads no message on the platform")
                .isEqualTo(EnumSet.allOf(Way.class));
    }

    private static java.util.List<String> keys(String file) {
        return Pattern.compile("<inputEntry id=\"[^\"]*\">\\s*<text>\"([^\"]*)\"</text>")
                .matcher(ModelFixture.read(file))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void whoIsTakenOffTheTableIsNotToldAndTheDeskIsNamedWithItsLevel() {
        changed(
                NOTICES,
                table -> table.replaceAll(
                        "(<outputEntry id=\"administrator-disabled-channel\">\\s*<text>)\"[^\"]*\"", "$1\"none\""),
                () -> {
                    assertThat(rules.told(AdministrationEvent.ADMINISTRATOR_DISABLED))
                            .isEmpty();
                    disable();
                });
        assertThat(told()).isZero();

        holder = desks.holder(county);
        disable();
        assertThat(messages.newest(holder.id(), false, 0, 5, Texts.CHINESE))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains(city.name() + "（市级）", "已调离"));
    }

    private int told() {
        return messages.unread(holder.id());
    }

    @Test
    void aTableThatCannotBeReadStopsTheActionAndSaysSo() {
        changed(NOTICES, table -> table.replace("\"inbox,sms,email\"", "\"pigeon\""), () -> {
            assertProblem("organization.error.table", this::disable);
            assertThat(accounts.find(holder.id()).orElseThrow().enabled()).isTrue();
        });
        changed(
                LIMITS,
                table -> table.replace(">500<", ">\"many\"<"),
                () -> assertProblem("organization.error.table", () -> rules.most(AdministrationRules.CHANGE_REVIEWER)));
    }
}
