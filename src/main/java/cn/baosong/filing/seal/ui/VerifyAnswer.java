package cn.baosong.filing.seal.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.When;
import cn.baosong.filing.seal.Verified;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** What the verification came to, in the language of the session. */
final class VerifyAnswer extends Div {

    private transient Runnable shown = () -> {};

    VerifyAnswer() {
        setId("answer");
        getElement().setAttribute("aria-live", "polite");
    }

    void clear() {
        put(() -> {});
    }

    void refuse(Problem problem) {
        put(() -> add(new Callout(Callout.Kind.BAD, getTranslation(problem.key(), problem.arguments()))));
    }

    void show(String hash, List<Verified> found) {
        put(() -> {
            if (found.isEmpty()) {
                add(new Callout(
                        Callout.Kind.WARN,
                        getTranslation("filing.verify.unknown"),
                        new Facts().code(getTranslation("filing.verify.hash"), "asked", hash)));
            }
            found.forEach(this::add);
        });
    }

    /** Says the same again, in another language. */
    void say() {
        removeAll();
        shown.run();
    }

    private void put(Runnable content) {
        shown = content;
        say();
    }

    private void add(Verified verified) {
        var chain = verified.chain();
        var facts = new Facts()
                .fact(getTranslation("filing.receipt.sealed-at"), "sealed-at", When.exact(verified.sealedAt()))
                .fact(getTranslation("filing.receipt.sequence"), "sequence", Long.toString(verified.sequence()))
                .fact(
                        getTranslation("filing.verify.chain"),
                        "chain",
                        chain.intact()
                                ? getTranslation("filing.verify.chain.intact", Long.toString(chain.links()))
                                : getTranslation(
                                        "filing.verify.chain.broken",
                                        Long.toString(chain.broken().sequence()),
                                        getTranslation("filing.verify.fault."
                                                + chain.broken().fault())))
                .fact(
                        getTranslation("filing.receipt.root"),
                        "root",
                        verified.root()
                                .map(root -> root.day() + " " + root.root())
                                .orElseGet(() -> getTranslation("filing.receipt.root.later")));
        add(new Callout(
                chain.intact() ? Callout.Kind.OK : Callout.Kind.BAD, getTranslation(sentence(verified)), facts));
    }

    private static String sentence(Verified verified) {
        if (!verified.chain().intact()) {
            return "filing.verify.known.broken";
        }
        return verified.ofContent() ? "filing.verify.known.content" : "filing.verify.known.link";
    }
}
