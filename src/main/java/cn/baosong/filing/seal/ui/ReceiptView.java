package cn.baosong.filing.seal.ui;

import cn.baosong.common.ui.FileDownload;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.filing.seal.LinkText;
import cn.baosong.filing.seal.Receipt;
import cn.baosong.filing.seal.Receipts;
import cn.baosong.filing.seal.Seal;
import cn.baosong.filing.seal.SealedTitles;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The receipt of one sealed version (填报回执), to print or to keep, with all that is needed to verify it elsewhere. */
@Route("receipt/:subject/:number")
@RolesAllowed({"ENTERPRISE", "REVIEWER"})
class ReceiptView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final transient Receipts receipts;

    ReceiptView(Receipts receipts) {
        this.receipts = receipts;
        addClassName("receipt");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        show(receipt(event.getRouteParameters()).orElseThrow(NotFoundException::new));
    }

    private Optional<Receipt> receipt(RouteParameters parameters) {
        var subject = parameters.get("subject").filter(text -> ID.matcher(text).matches());
        var number =
                parameters.get("number").filter(text -> NUMBER.matcher(text).matches());
        return subject.isEmpty() || number.isEmpty()
                ? Optional.empty()
                : receipts.find(UUID.fromString(subject.get()), Integer.parseInt(number.get()), getLocale());
    }

    private void show(Receipt receipt) {
        var seal = receipt.seal();
        var print = new Button(getTranslation("filing.receipt.print"));
        print.setId("print");
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        // Printing begins in the browser, without asking the server.
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        var download = new FileDownload(
                "download",
                getTranslation("filing.receipt.download"),
                "baosong-" + seal.subject() + "-" + seal.number() + ".json",
                "application/json",
                out -> out.write(seal.content()));
        var actions = new Div(download, print);
        actions.addClassName("receipt-actions");
        add(new PageHeader(getTranslation("filing.receipt.title"), subtitle(receipt), actions), sheet(receipt));
    }

    private static String subtitle(Receipt receipt) {
        return receipt.title()
                .map(title -> title.scheme() + " · " + title.period())
                .orElse("");
    }

    private Component sheet(Receipt receipt) {
        var seal = receipt.seal();
        var facts = new Facts().fact(getTranslation("filing.receipt.enterprise"), "enterprise", receipt.enterprise());
        receipt.title().ifPresent(title -> titled(facts, title));
        facts.fact(getTranslation("filing.receipt.number"), "number", Integer.toString(seal.number()))
                .fact(getTranslation("filing.receipt.sealed-at"), "sealed-at", When.exact(seal.sealedAt()))
                .fact(
                        getTranslation("filing.receipt.sealed-by"),
                        "sealed-by",
                        receipt.sealedBy().orElseGet(() -> getTranslation("filing.receipt.automatic")))
                .fact(getTranslation("filing.receipt.sequence"), "sequence", Long.toString(seal.sequence()))
                .code(getTranslation("filing.receipt.content-hash"), "content-hash", seal.contentHash())
                .code(getTranslation("filing.receipt.hash"), "hash", seal.hash())
                .fact(
                        getTranslation("filing.receipt.root"),
                        "root",
                        receipt.root()
                                .map(root -> root.day() + " " + root.root())
                                .orElseGet(() -> getTranslation("filing.receipt.root.later")))
                .code(getTranslation("filing.receipt.address"), "address", address(seal));
        var article = new Article(facts, new H2(getTranslation("filing.receipt.proof")));
        article.addClassName("card");
        var link = new Pre(LinkText.of(seal));
        link.setId("link");
        article.add(new Paragraph(getTranslation("filing.receipt.proof.text")), link);
        return article;
    }

    private void titled(Facts facts, SealedTitles.Title title) {
        facts.fact(getTranslation("filing.receipt.scheme"), "scheme", title.scheme())
                .fact(getTranslation("filing.receipt.period"), "period", title.period());
    }

    private static String address(Seal seal) {
        return ServletUriComponentsBuilder.fromContextPath(
                        VaadinServletRequest.getCurrent().getHttpServletRequest())
                .path("/verify/" + seal.hash())
                .toUriString();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.receipt.title");
    }
}
