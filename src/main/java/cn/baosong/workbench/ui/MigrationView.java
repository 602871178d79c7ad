package cn.baosong.workbench.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.HelpLink;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.ReasonDialog;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.StatusBadge.Tone;
import cn.baosong.common.ui.Tally;
import cn.baosong.engine.InstanceMigration.Preview;
import cn.baosong.engine.ModelLabels;
import cn.baosong.engine.ModelVersions.Version;
import cn.baosong.workbench.Migrations;
import cn.baosong.workbench.ModelDesk;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** 迁移实例: what of an older version fits the newest one, and moving it there. {@code models/remind/migration/2} */
@Route("models/:key/migration/:from")
@RolesAllowed("PROCESS_OWNER")
class MigrationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Migrations migrations;
    private final transient ModelDesk desk;
    private final transient ModelLabels labels;
    private final transient Texts texts;

    MigrationView(Migrations migrations, ModelDesk desk, ModelLabels labels, Texts texts) {
        this.migrations = migrations;
        this.desk = desk;
        this.labels = labels;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters().get("key").orElse("");
        var number = event.getRouteParameters().get("from").orElse("");
        var versions = desk.versions(key);
        var from = versions.stream()
                .filter(version -> Integer.toString(version.number()).equals(number))
                .filter(version -> version.number() != versions.get(0).number())
                .findFirst()
                .orElseThrow(NotFoundException::new);
        build(key, from, versions.get(0));
    }

    private void build(String key, Version from, Version to) {
        removeAll();
        add(new PageHeader(
                getPageTitle(),
                getTranslation(
                        "workbench.migration.sentence",
                        labels.of(to.definition(), key, getLocale()),
                        from.number(),
                        to.number()),
                new RouterLink(getTranslation("workbench.difference.back"), ModelView.class, ModelView.of(key)),
                new HelpLink(HelpLink.WORKBENCH)));
        if (migrations.isPinned(key)) {
            add(new Callout(Callout.Kind.INFO, getTranslation("engine.error.migration-pinned")));
            return;
        }
        var preview = migrations.preview(key, from.number(), to.number());
        add(Tally.tiles(List.of(
                new Tally("fitting", getTranslation("workbench.migration.fitting"), (int) preview.fitting(), false),
                new Tally(
                        "staying",
                        getTranslation("workbench.migration.staying"),
                        (int) preview.staying(),
                        preview.staying() > 0))));
        var move = new Button(getTranslation("workbench.migration.move"), click -> ask(key, from, to));
        move.setId("move");
        move.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        move.setEnabled(preview.fitting() > 0);
        var actions = new Div(move);
        actions.addClassName("card-actions");
        add(new Card(getTranslation("workbench.migration.steps"), steps(from, preview), actions));
    }

    private Component steps(Version from, Preview preview) {
        if (preview.steps().isEmpty()) {
            return new Paragraph(getTranslation("workbench.models.heat.none"));
        }
        var table = new ModelTable(
                "steps",
                getTranslation("workbench.models.step"),
                getTranslation("workbench.models.standing"),
                getTranslation("workbench.migration.fits"));
        preview.steps()
                .forEach(step -> table.row(
                        ModelTable.text(labels.of(from.definition(), step.step(), getLocale())),
                        ModelTable.number(step.standing()),
                        step.fits()
                                ? new StatusBadge(Tone.ACCEPTED, getTranslation("workbench.migration.fits.yes"))
                                : new StatusBadge(Tone.RETURNED, getTranslation("workbench.migration.fits.no"))));
        return table;
    }

    private void ask(String key, Version from, Version to) {
        var dialog = new ReasonDialog(
                getTranslation("workbench.migration.title", to.number()),
                getTranslation("workbench.migration.move"),
                ModelDesk.LONGEST_REASON,
                List.of(),
                reason -> move(key, from, to, reason));
        dialog.add(new Paragraph(getTranslation("workbench.migration.ask", migrations.most())));
        dialog.open();
    }

    private void move(String key, Version from, Version to, String reason) {
        try {
            var outcome = migrations.move(key, from.number(), to.number(), reason);
            Notices.done(getTranslation("workbench.migration.done", outcome.moved(), outcome.stayed()));
        } catch (Problem problem) {
            Notices.refused(texts.get(getLocale(), problem));
        }
        build(key, from, to);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("workbench.migration");
    }
}
