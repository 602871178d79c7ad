package cn.baosong.deployment.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.HelpLink;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.deployment.AccessToken;
import cn.baosong.deployment.AccessTokens;
import cn.baosong.deployment.DeploymentSettings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** 访问令牌: what Camunda Modeler shows instead of a password. A token is readable once, when it is made. */
@Route("access-tokens")
@RolesAllowed("PROCESS_OWNER")
class AccessTokensView extends Div implements HasDynamicTitle {

    static final String TITLE = "deployment.tokens.title";

    private final transient AccessTokens tokens;
    private final transient DeploymentSettings settings;
    private final transient Texts texts;
    private final transient Clock clock;
    private final Div made = new Div();
    private final Div list = new Div();
    private final TextField name = new TextField();
    private final IntegerField days = new IntegerField();

    AccessTokensView(AccessTokens tokens, DeploymentSettings settings, Texts texts, Clock clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
        made.setId("made");
        add(
                new PageHeader(
                        getPageTitle(), getTranslation("deployment.tokens.sentence"), new HelpLink(HelpLink.WORKBENCH)),
                new Card(getTranslation("deployment.tokens.make"), fields(), made),
                new Card(getTranslation("deployment.tokens.mine"), list),
                new Card(getTranslation("deployment.tokens.use"), steps()));
        show();
    }

    private Component fields() {
        name.setId("token-name");
        name.setLabel(getTranslation("deployment.tokens.name"));
        name.setMaxLength(AccessTokens.NAME_LIMIT);
        name.setPlaceholder(getTranslation("deployment.tokens.name.example"));
        days.setId("token-days");
        days.setLabel(getTranslation("deployment.tokens.days"));
        days.setMin(1);
        days.setMax(settings.longestTokenDays());
        days.setValue(settings.usualTokenDays());
        days.setStepButtonsVisible(true);
        var make = new Button(getTranslation("deployment.tokens.make"), click -> make());
        make.setId("token-make");
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var fields = new Div(name, days, make);
        fields.addClassName("filters");
        return fields;
    }

    private void make() {
        try {
            var token = tokens.make(name.getValue(), days.getValue() == null ? 0 : days.getValue());
            var secret = new TextField(getTranslation("deployment.tokens.secret"));
            secret.setId("token-secret");
            secret.setValue(token.secret());
            secret.setReadOnly(true);
            secret.setAutoselect(true);
            secret.setWidthFull();
            made.removeAll();
            made.add(new Callout(Callout.Kind.OK, getTranslation("deployment.tokens.made"), secret));
            name.clear();
            show();
        } catch (Problem problem) {
            Notices.refused(texts.get(getLocale(), problem));
        }
    }

    private void show() {
        list.removeAll();
        var mine = tokens.mine();
        if (mine.isEmpty()) {
            list.add(new EmptyState(
                    "…", getTranslation("deployment.tokens.none"), getTranslation("deployment.tokens.none.sentence")));
            return;
        }
        var entries = new UnorderedList();
        entries.setId("tokens");
        entries.addClassName("entries");
        mine.forEach(token -> entries.add(item(token)));
        list.add(entries);
    }

    private ListItem item(AccessToken token) {
        var title = new Span(token.name());
        title.addClassName("entry-title");
        var facts = new Div(
                getTranslation("deployment.tokens.facts", When.exact(token.createdAt()), When.exact(token.expiresAt()))
                        + (token.usedAt() == null
                                ? getTranslation("deployment.tokens.unused")
                                : getTranslation("deployment.tokens.used", When.exact(token.usedAt()))));
        facts.addClassName("entry-facts");
        var text = new Div(title);
        text.addClassName("entry-text");
        var holds = token.holds(clock.instant());
        text.add(
                holds
                        ? new StatusBadge(StatusBadge.Tone.ACCEPTED, getTranslation("deployment.tokens.holds"))
                        : new StatusBadge(StatusBadge.Tone.NONE, getTranslation("deployment.tokens.ended")));
        text.add(facts);
        var item = new ListItem(text);
        if (holds) {
            var revoke = new Button(getTranslation("deployment.tokens.revoke"), click -> askAndRevoke(token));
            revoke.setId("revoke-" + token.id());
            revoke.setAriaLabel(getTranslation("deployment.tokens.revoke.what", token.name()));
            revoke.addThemeVariants(ButtonVariant.LUMO_SMALL);
            item.add(revoke);
        }
        return item;
    }

    private void askAndRevoke(AccessToken token) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("deployment.tokens.revoke.what", token.name()));
        dialog.setText(getTranslation("deployment.tokens.revoke.sentence"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("common.cancel"));
        dialog.setConfirmText(getTranslation("deployment.tokens.revoke"));
        dialog.addConfirmListener(confirm -> {
            tokens.revoke(token.id());
            show();
        });
        dialog.open();
    }

    private Component steps() {
        var steps = new OrderedList();
        for (var step : new String[] {"address", "basic", "bearer", "refused"}) {
            steps.add(new ListItem(getTranslation("deployment.tokens.use." + step)));
        }
        return steps;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(TITLE);
    }
}
