package cn.baosong.notice.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.notice.DeskNotice;
import cn.baosong.notice.NoticeChange;
import cn.baosong.notice.NoticeDesk;
import cn.baosong.notice.NoticeState;
import cn.baosong.organization.Desk;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** A new notice, or one of my desks': the fields, the preview beside them, and what was done to it. */
@Route("notices/edit/:id?")
@RolesAllowed("REVIEWER")
class NoticeEditorView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient NoticeDesk desk;
    private final transient RegionChoice regions;
    private final transient Texts texts;
    private final Div refusal = new Div();
    private final NoticeBody preview = new NoticeBody();
    private String title = "";

    NoticeEditorView(NoticeDesk desk, RegionChoice regions, Texts texts) {
        this.desk = desk;
        this.regions = regions;
        this.texts = texts;
        refusal.setId("refusal");
        preview.setId("preview");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        refusal.removeAll();
        preview.say("");
        if (event.getRouteParameters().get("id").isEmpty()) {
            title = getTranslation("notice.publish");
            var mine = desk.desks();
            add(header());
            add(mine.isEmpty() ? noDesk() : blank(mine));
        } else {
            var notice = NoticeView.id(event).flatMap(desk::find).orElseThrow(NotFoundException::new);
            title = notice.content().title();
            add(header().badge(NoticeBadges.of(notice.state(), getTranslation("notice.state." + notice.state()))));
            add(notice.state() == NoticeState.WITHDRAWN ? text(notice) : filledIn(notice), history(notice));
        }
    }

    private PageHeader header() {
        var back = new RouterLink(getTranslation("notice.back", getTranslation("notice.manage")), ManageView.class);
        back.setId("back");
        return new PageHeader(title, "", back);
    }

    private Component noDesk() {
        return new EmptyState("…", getTranslation("notice.no-desk"), getTranslation("notice.no-desk.sentence"));
    }

    private Component blank(List<Desk> mine) {
        var fields = new NoticeFields(mine, regions, texts, preview::say);
        return editor(fields, "notice.publish", () -> {
            desk.publish(fields.desk().id(), fields.content());
            Notices.done(getTranslation("notice.published"));
        });
    }

    private Component filledIn(DeskNotice notice) {
        var own = desk.desks().stream()
                .filter(held -> held.id().equals(notice.desk()))
                .toList();
        var fields = new NoticeFields(own, regions, texts, preview::say);
        fields.fill(notice.content());
        return editor(fields, "common.save", () -> {
            desk.edit(notice.id(), notice.version(), fields.content());
            Notices.done(getTranslation("notice.edited"));
        });
    }

    private Component editor(NoticeFields fields, String action, Runnable work) {
        var save = new Button(getTranslation(action), click -> save(fields, work));
        save.setId("save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var actions = new Div(save);
        actions.addClassName("card-actions");
        var columns = new Div(
                new Card(getTranslation("notice.write"), refusal, fields, actions),
                new Card(getTranslation("notice.preview"), preview));
        columns.addClassName("notice-editor");
        return columns;
    }

    private void save(NoticeFields fields, Runnable work) {
        refusal.removeAll();
        fields.clearProblems();
        try {
            work.run();
            getUI().ifPresent(ui -> ui.navigate(ManageView.class));
        } catch (Problem refused) {
            if (!fields.show(refused)) {
                refusal.add(new Callout(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments())));
            }
        }
    }

    private Component text(DeskNotice notice) {
        preview.say(notice.content().body());
        return new Card("", preview);
    }

    private Component history(DeskNotice notice) {
        var list = new UnorderedList();
        list.setId("changes");
        list.addClassName("history");
        desk.changes(notice.id()).forEach(change -> list.add(line(change)));
        return new Card(getTranslation("notice.changes"), list);
    }

    private ListItem line(NoticeChange change) {
        var said = When.exact(change.at()) + " · " + change.by() + " · "
                + getTranslation("notice.change." + change.kind());
        return new ListItem(change.reason() == null ? said : said + " · " + change.reason());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
