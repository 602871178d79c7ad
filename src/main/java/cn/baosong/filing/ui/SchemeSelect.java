package cn.baosong.filing.ui;

import cn.baosong.filing.Scheme;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Chooses the scheme (填报制度) a page speaks of; hidden where there is one alone. In addresses it is the parameter {@code scheme}. */
public final class SchemeSelect extends Select<Scheme> {

    /** Name of the parameter. */
    public static final String SCHEME = "scheme";

    /**
     * @param schemes to choose from
     * @param chosen one of them, null for none
     * @param onChange gets the key of another one that is chosen
     */
    public SchemeSelect(List<Scheme> schemes, Scheme chosen, Consumer<String> onChange) {
        setId(SCHEME);
        setAriaLabel(getTranslation("filing.scheme"));
        setItems(schemes);
        setItemLabelGenerator(scheme -> scheme.title().in(getLocale()));
        schemes.stream()
                .filter(scheme -> chosen != null && scheme.key().equals(chosen.key()))
                .findFirst()
                .ifPresent(this::setValue);
        setVisible(schemes.size() > 1);
        addClassName("scheme-select");
        addValueChangeListener(change -> {
            if (change.getValue() != null) {
                onChange.accept(change.getValue().key());
            }
        });
    }

    /** @return what an address asks for; the first of the schemes where it names none of them, empty where there is none */
    public static Optional<Scheme> read(QueryParameters query, List<Scheme> schemes) {
        var said = query.getSingleParameter(SCHEME).orElse("");
        return schemes.stream()
                .filter(scheme -> scheme.key().equals(said))
                .findFirst()
                .or(() -> schemes.stream().findFirst());
    }
}
