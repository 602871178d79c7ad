package cn.baosong.account.ui;

import cn.baosong.account.Device;
import cn.baosong.account.MyDevices;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** 登录设备: where the account is logged in, and a way to end it from here. */
@Route("account/devices")
@PermitAll
class DevicesPage extends CentrePage implements BeforeEnterObserver {

    static final String TITLE = "account.devices.title";

    private final transient MyDevices devices;

    DevicesPage(MyDevices devices) {
        super(TITLE);
        this.devices = devices;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list();
    }

    private void list() {
        var all = devices.all();
        var list = new UnorderedList();
        list.setId("devices");
        list.addClassName("entries");
        all.forEach(device -> list.add(item(device)));
        var others = new Button(getTranslation("account.devices.end-others"), click -> {
            Notices.done(getTranslation("account.devices.ended", devices.endOthers()));
            list();
        });
        others.setId("end-others");
        others.setVisible(all.size() > 1);
        var card = new Card(getTranslation(TITLE), new Paragraph(getTranslation("account.devices.sentence")), list);
        var actions = new Div(others);
        actions.addClassName("card-actions");
        card.add(actions);
        show(card);
    }

    private ListItem item(Device device) {
        var browser =
                new Span(device.browser().isEmpty() ? getTranslation("account.devices.unknown") : device.browser());
        browser.addClassName("entry-title");
        var facts = new Div(getTranslation(
                "account.devices.facts", device.address(), When.exact(device.openedAt()), When.exact(device.seenAt())));
        facts.addClassName("entry-facts");
        var text = new Div(browser);
        text.addClassName("entry-text");
        if (device.here()) {
            text.add(new StatusBadge(StatusBadge.Tone.ACCEPTED, getTranslation("account.devices.here")));
        }
        text.add(facts);
        var item = new ListItem(text);
        if (!device.here()) {
            item.add(end(device));
        }
        return item;
    }

    private Button end(Device device) {
        var end = new Button(getTranslation("account.devices.end"), click -> {
            devices.end(device.id());
            Notices.done(getTranslation("account.devices.ended", 1));
            list();
        });
        end.setId("end-" + device.id());
        end.addClassName("end-device");
        end.setAriaLabel(getTranslation("account.devices.end.what", device.browser()));
        end.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return end;
    }
}
