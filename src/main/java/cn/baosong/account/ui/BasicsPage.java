package cn.baosong.account.ui;

import cn.baosong.account.Account;
import cn.baosong.account.CurrentUser;
import cn.baosong.account.PersonFacts;
import cn.baosong.account.Profiles;
import cn.baosong.account.SignedIn;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Masked;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** 基本信息: who one is here (ROLE-12), and what one may change oneself (LOGIN-05, SUR-26). */
@Route("account")
@PermitAll
class BasicsPage extends CentrePage implements BeforeEnterObserver {

    static final String TITLE = "account.basics.title";

    private final transient Profiles profiles;
    private final transient CurrentUser user;
    private final transient List<PersonFacts> facts;
    private final transient CodeLists codes;
    private final transient Texts texts;

    BasicsPage(Profiles profiles, CurrentUser user, List<PersonFacts> facts, CodeLists codes, Texts texts) {
        super(TITLE);
        this.profiles = profiles;
        this.user = user;
        this.facts = List.copyOf(facts);
        this.codes = codes;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var mine = profiles.mine();
        show(fixed(mine.account(), user.require()), new ProfileCard(profiles, mine, codes, texts, getLocale()));
    }

    private Component fixed(Account account, SignedIn me) {
        var card = new Card(getTranslation("account.basics.fixed"));
        card.setId("facts");
        card.add(fact("account.field.login-name", new Span(account.loginName())));
        card.add(fact("account.basics.type", new Span(types(me))));
        facts.stream()
                .flatMap(known -> known.of(me, getLocale()).stream())
                .forEach(fact -> card.add(fact(fact.label(), new Span(fact.value()))));
        card.add(fact(
                "account.basics.verification",
                new Span(getTranslation("account.verification." + account.verification())),
                muted("account.verification.sentence")));
        card.add(fact(
                "account.field.phone",
                said(Masked.phone(account.phone())),
                change("account/phone", account.phone() == null ? "account.basics.bind" : "account.basics.change")));
        var email = account.boundEmail();
        card.add(fact(
                "account.field.email",
                said(Masked.email(email)),
                change("account/email", email == null ? "account.basics.bind" : "account.basics.change")));
        return card;
    }

    private String types(SignedIn me) {
        return me.roles().stream()
                .sorted()
                .map(role -> getTranslation("account.role." + role))
                .collect(Collectors.joining(getTranslation("account.basics.and")));
    }

    private Span said(String value) {
        return new Span(value == null ? getTranslation("account.basics.none") : value);
    }

    private Component muted(String key) {
        var text = new Paragraph(getTranslation(key));
        text.addClassNames("muted", "small");
        return text;
    }

    private Component change(String path, String key) {
        var link = new Anchor(path, getTranslation(key));
        link.setId(path.replace('/', '-'));
        return link;
    }

    private Div fact(String label, Component... values) {
        var name = new Span(getTranslation(label));
        name.addClassName("muted");
        var value = new Div(values);
        value.addClassName("fact-value");
        var line = new Div(name, value);
        line.addClassName("fact");
        return line;
    }
}
