package cn.baosong.filing.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.FileUpload;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.filing.ProductCatalogue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;

/** The catalogue of products: an operator loads a list and looks whether it is there (MON-23). */
@Route("product-codes")
@RolesAllowed("OPERATOR")
class ProductCodesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final FileUpload.Words WORDS = new FileUpload.Words(
            "common.upload.choose",
            "filing.catalogue.drop",
            "filing.error.catalogue.unreadable",
            "filing.error.catalogue.too-large");

    private final transient ProductCatalogue catalogue;
    private final transient Texts texts;

    ProductCodesView(ProductCatalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build();
    }

    private void build() {
        removeAll();
        add(
                new PageHeader(getPageTitle(), getTranslation("filing.catalogue.sentence")),
                new Card(
                        getTranslation("filing.catalogue.load"),
                        new Paragraph(getTranslation("filing.catalogue.format")),
                        new Paragraph(getTranslation("filing.catalogue.count", catalogue.count())),
                        upload()),
                new Card(getTranslation("filing.catalogue.search"), new ProductSearch(catalogue, found -> {})));
    }

    private FileUpload upload() {
        return new FileUpload(FileUpload.Accepted.one(ProductCatalogue.LARGEST, ".csv"), WORDS, arrival -> {
            var bytes = arrival.content().readAllBytes();
            return () -> load(bytes);
        });
    }

    /** Replaces the catalogue by what was uploaded; says what is wrong with the file otherwise. */
    void load(byte[] bytes) {
        try {
            var entries = catalogue.load(new ByteArrayInputStream(bytes));
            build();
            Notices.done(getTranslation("filing.catalogue.loaded", entries));
        } catch (Problem refused) {
            Notices.refused(texts.get(getLocale(), refused));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.catalogue.title");
    }
}
