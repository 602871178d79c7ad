package cn.baosong.account.ui;

import cn.baosong.common.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** What the pages of the user centre (用户中心, LOGIN-23) share: the heading, and the way to each other. */
abstract class CentrePage extends Div implements HasDynamicTitle {

    private record Entry(String title, Class<? extends Component> view) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry(BasicsPage.TITLE, BasicsPage.class),
            new Entry("account.centre.phone", PhonePage.class),
            new Entry("account.centre.email", EmailPage.class),
            new Entry("account.password.title", PasswordView.class),
            new Entry(DevicesPage.TITLE, DevicesPage.class),
            new Entry(ActivityPage.TITLE, ActivityPage.class));

    private final Div content = new Div();
    private final String title;

    /** @param title translation key */
    CentrePage(String title) {
        this.title = title;
        addClassName("user-centre");
        var tabs = new Nav();
        tabs.addClassName("centre-tabs");
        tabs.setAriaLabel(getTranslation("account.centre"));
        for (var entry : ENTRIES) {
            var link = new RouterLink(getTranslation(entry.title()), entry.view());
            if (entry.view() == getClass()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(link);
        }
        content.addClassName("centre-content");
        super.add(new PageHeader(getTranslation("account.centre"), getTranslation("account.centre.sentence")));
        super.add(tabs, content);
    }

    /** Shows these and nothing else below the tabs. */
    protected final void show(Component... parts) {
        content.removeAll();
        content.add(parts);
    }

    @Override
    public final String getPageTitle() {
        return getTranslation(title);
    }
}
