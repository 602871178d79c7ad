package cn.baosong.notice.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.notice.Notice;
import cn.baosong.notice.NoticeBoard;
import cn.baosong.notice.NoticeKind;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** One notice to read. Opening it is reading it. */
@Route("notices/:id")
@RolesAllowed({"ENTERPRISE", "APPLICANT", "REVIEWER"})
class NoticeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final transient NoticeBoard board;
    private String title = "";

    NoticeView(NoticeBoard board) {
        this.board = board;
    }

    static RouteParameters of(UUID notice) {
        return new RouteParameters("id", notice.toString());
    }

    /** @return the id in the address of a page, empty for whatever is none */
    static Optional<UUID> id(BeforeEnterEvent event) {
        return event.getRouteParameters()
                .get("id")
                .filter(text -> ID.matcher(text).matches())
                .map(UUID::fromString);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        show(id(event).flatMap(board::read).orElseThrow(NotFoundException::new));
    }

    private void show(Notice notice) {
        title = notice.title();
        var back = new RouterLink(
                getTranslation("notice.back", getTranslation("notice.kind." + notice.kind())),
                notice.kind() == NoticeKind.NEWS ? NewsView.class : AnnouncementsView.class);
        back.setId("back");
        var body = new NoticeBody(notice.body());
        body.setId("body");
        add(new PageHeader(title, notice.desk() + " · " + When.exact(notice.publishedAt())), new Card("", body), back);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
