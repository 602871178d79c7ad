package cn.baosong.filing.seal.ui;

import cn.baosong.account.AddressLimits;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.ui.AuthPage;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.FileUpload;
import cn.baosong.filing.seal.DailyRoots;
import cn.baosong.filing.seal.SealSettings;
import cn.baosong.filing.seal.Sha256;
import cn.baosong.filing.seal.Verifications;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import org.springframework.util.unit.DataSize;

/**
 * Verification of what was filed (存证核验), for anybody: by a hash, which may stand in the address, or by the file of a
 * receipt. Says when it was sealed and whether its chain is whole; never what was filed, nor by whom.
 */
@Route(value = "verify/:hash?", autoLayout = false)
@AnonymousAllowed
class VerifyView extends AuthPage implements BeforeEnterObserver {

    /** A hash with some blanks; more is cut off before it is looked at. */
    private static final int LONGEST = 200;

    private static final FileUpload.Words WORDS = new FileUpload.Words(
            "common.upload.choose", "filing.verify.drop", "filing.verify.file", "filing.verify.error.large");

    private final transient Verifications verifications;
    private final transient AddressLimits limits;
    private final transient SealSettings settings;
    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final TextField hash = new TextField();
    private final Button check = new Button();
    private final Paragraph file = new Paragraph();
    private final FileUpload upload;
    private final VerifyAnswer answer = new VerifyAnswer();
    private final RootList roots;
    private final Anchor back = new Anchor("/login");

    VerifyView(
            Verifications verifications,
            DailyRoots dailyRoots,
            AddressLimits limits,
            SealSettings settings,
            LanguageSwitch language) {
        super(language);
        this.verifications = verifications;
        this.limits = limits;
        this.settings = settings;
        this.roots = new RootList(dailyRoots, this::count);
        this.upload = upload(settings.maxFileSize());
        hash.setId("hash");
        hash.setMaxLength(LONGEST);
        hash.setManualValidation(true);
        hash.setAutocomplete(Autocomplete.OFF);
        check.setId("check");
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        check.addClickShortcut(Key.ENTER);
        check.addClickListener(click -> check(hash.getValue(), clientAddress()));
        var links = new Div(back);
        links.addClassName("links");
        var card = card(title, sentence, hash, check, file, upload, answer, roots, links);
        card.addClassName("verify");
        reading(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        answer.clear();
        event.getRouteParameters().get("hash").ifPresent(given -> {
            hash.setValue(given.length() > LONGEST ? given.substring(0, LONGEST) : given);
            check(given, clientAddress());
        });
    }

    @Override
    protected void say() {
        title.setText(getTranslation("filing.verify.title"));
        sentence.setText(getTranslation("filing.verify.sentence"));
        hash.setLabel(getTranslation("filing.verify.hash"));
        check.setText(getTranslation("filing.verify.check"));
        file.setText(getTranslation("filing.verify.file"));
        back.setText(getTranslation("account.action.back-to-login"));
        answer.say();
        roots.say();
    }

    @Override
    protected String titleKey() {
        return "filing.verify.title";
    }

    private void count(String clientAddress) {
        limits.count("seal-verify", clientAddress, settings.verificationsPerAddress(), "filing.verify.error.often");
    }

    private void check(String given, String clientAddress) {
        try {
            var wanted = normal(given);
            count(clientAddress);
            answer.show(wanted, verifications.find(wanted));
        } catch (Problem problem) {
            answer.refuse(problem);
        }
    }

    /** Blanks between and capitals are the fault of what it was copied from. */
    private static String normal(String given) {
        var text = given.length() > LONGEST
                ? ""
                : given.replaceAll("[\\s\\u00a0]+", "").toLowerCase(Locale.ROOT);
        if (!Sha256.isHash(text)) {
            throw new Problem("filing.verify.error.no-hash");
        }
        return text;
    }

    private FileUpload upload(DataSize largest) {
        return new FileUpload(FileUpload.Accepted.one(Math.toIntExact(largest.toBytes())), WORDS, arrival -> {
            try {
                count(arrival.clientAddress());
                var found = Sha256.of(arrival.content());
                return () -> {
                    hash.setValue(found);
                    answer.show(found, verifications.find(found));
                };
            } catch (Problem problem) {
                return () -> answer.refuse(problem);
            }
        });
    }
}
