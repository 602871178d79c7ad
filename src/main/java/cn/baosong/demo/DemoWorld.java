package cn.baosong.demo;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.DemoLogin;
import cn.baosong.account.FirstAdministratorRegistered;
import cn.baosong.account.Role;
import cn.baosong.common.Texts;
import cn.baosong.engine.Flow;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.organization.NewDesk;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Peoples an empty database, once: every desk is set up, every registration and report filed and decided as people would. */
@Component
@Profile("demo")
class DemoWorld implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);

    /** Days for which the administrators hold their desks; longer than anything of the demo world is late. */
    private static final int IN_OFFICE = 60;

    /** Process that hands on what nobody decided in time, and tells the desks. */
    private static final String OVERDUE = "overdue-reviews";

    private final Accounts accounts;
    private final Desks desks;
    private final DemoRegistrations enterprises;
    private final DemoOldPlatform oldPlatform;
    private final DemoNotices notices;
    private final DemoReports reports;
    private final Stage stage;
    private final DemoClock clock;
    private final Flow flow;
    private final List<DemoLogin> logins;
    private final ApplicationEventPublisher events;
    private int phones = 9000;

    DemoWorld(
            Accounts accounts,
            Desks desks,
            DemoRegistrations enterprises,
            DemoOldPlatform oldPlatform,
            DemoNotices notices,
            DemoReports reports,
            Stage stage,
            DemoClock clock,
            Flow flow,
            List<DemoLogin> logins,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.desks = desks;
        this.enterprises = enterprises;
        this.oldPlatform = oldPlatform;
        this.notices = notices;
        this.reports = reports;
        this.stage = stage;
        this.clock = clock;
        this.flow = flow;
        this.logins = logins;
        this.events = events;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (accounts.findByLoginName("nation01").isEmpty()) {
            clock.daysAgo(IN_OFFICE, this::seatAdministrators);
            for (var enterprise : read()) {
                clock.daysAgo(enterprise.daysAgo(), () -> play(enterprise));
            }
            flow.startSweep(OVERDUE);
            stage.as("operator01", oldPlatform::upload);
            notices.publish();
        }
        LOG.info("The demo world stands. Log in as one of these; SMS codes appear at /demo/inbox:\n{}", cast());
    }

    private void play(DemoEnterprise enterprise) {
        enterprises.play(enterprise);
        if ("approved".equals(enterprise.state())) {
            reports.file(enterprise);
        }
    }

    private String cast() {
        return logins.stream()
                .map(login -> "  %-11s %s  %s / %s"
                        .formatted(login.loginName(), login.password(), login.title(), login.titleEn()))
                .collect(Collectors.joining("\n"));
    }

    private void seatAdministrators() {
        var nation = person("nation01", "国家级管理员", Set.of());
        events.publishEvent(new FirstAdministratorRegistered(nation.id()));
        person("zhejiang01", "浙江省管理员", Set.of());
        person("ningbo01", "宁波市管理员", Set.of());
        person("hangzhou01", "杭州市管理员", Set.of());
        person("haishu01", "海曙区管理员", Set.of());
        person("yuhang01", "余杭区管理员", Set.of());
        person("owner01", "流程负责人", Set.of(Role.PROCESS_OWNER));
        person("operator01", "平台运营", Set.of(Role.OPERATOR));
        // Ningbo lies in Zhejiang and reports to the nation: two trees.
        seat("nation01", DeskLevel.PROVINCE, "33", "浙江省经信厅", "zhejiang01");
        seat("nation01", DeskLevel.PROVINCE, "3302", "宁波市经信局", "ningbo01");
        seat("zhejiang01", DeskLevel.CITY, "3301", "杭州市经信局", "hangzhou01");
        seat("ningbo01", DeskLevel.COUNTY, "330203", "海曙区经信局", "haishu01");
        seat("hangzhou01", DeskLevel.COUNTY, "330110", "余杭区经信局", "yuhang01");
    }

    private Account person(String login, String name, Set<Role> roles) {
        phones++;
        return accounts.create(login, DemoCast.PASSWORD, "1000000" + phones, name, roles, Texts.CHINESE);
    }

    private void seat(String superior, DeskLevel level, String region, String name, String login) {
        stage.as(superior, () -> {
            var desk = desks.create(new NewDesk(desks.mine().get(0).id(), level, region, name));
            desks.assign(desk.id(), login, false, null, null);
            if (level == DeskLevel.PROVINCE) {
                desks.setSenior(desk.id(), true);
                desks.setGrant(desk.id(), Desk.SKIP_LEVEL, true);
            }
            if (level != DeskLevel.COUNTY) {
                desks.setGrant(desk.id(), Desk.ONE_CLICK, true);
            }
        });
    }

    private static List<DemoEnterprise> read() throws IOException {
        var mapper = new CsvMapper();
        mapper.enable(CsvParser.Feature.ALLOW_COMMENTS);
        var found = new ArrayList<DemoEnterprise>();
        try (var in = new ClassPathResource("demo/enterprises.csv").getInputStream();
                MappingIterator<Map<String, String>> lines = mapper.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            while (lines.hasNext()) {
                found.add(DemoEnterprise.of(found.size() + 1, lines.next()));
            }
        }
        return found;
    }
}
