package cn.baosong.account.ui;

import cn.baosong.account.AccountRules;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A field for a code by SMS and the button 【获取验证码】, which counts down in the browser before it can be pressed again. */
public final class CodeRow extends Div implements LocaleChangeObserver {

    private static final String COUNT_DOWN = """
            const button = this, left = $0, counter = $1, end = Date.now() + left * 1000;
            clearInterval(button.countdown);
            button.disabled = true;
            const tick = () => {
              const seconds = Math.ceil((end - Date.now()) / 1000);
              counter.textContent = seconds > 0 ? ' ' + seconds + ' s' : '';
              if (seconds <= 0) { clearInterval(button.countdown); button.disabled = false; }
            };
            tick();
            button.countdown = setInterval(tick, 500);
            """;

    private final TextField field = new TextField();
    private final Button button = new Button();
    private final Span label = new Span();
    private final Span counter = new Span();
    private final transient Duration resendAfter;
    private String fieldLabel = "account.field.code";

    /**
     * @param resendAfter how long the button rests after a request
     * @param request asks for the code; false when nothing was asked, so that the button stays ready
     */
    public CodeRow(Duration resendAfter, BooleanSupplier request) {
        this.resendAfter = resendAfter;
        addClassName("code-row");
        field.setId("code");
        field.setManualValidation(true);
        field.setMaxLength(AccountRules.CODE_DIGITS);
        field.setAllowedCharPattern("[0-9]");
        field.setAutocomplete(Autocomplete.OFF);
        field.getElement().setAttribute("autocomplete", "one-time-code");
        field.getElement().setAttribute("inputmode", "numeric");
        button.setId("request-code");
        button.getElement().appendChild(label.getElement(), counter.getElement());
        button.addClickListener(click -> {
            if (request.getAsBoolean()) {
                asked();
            }
        });
        add(field, button);
    }

    /** A code was asked for: the button rests, the field waits. For requests that end later than the click. */
    public void asked() {
        button.getElement().executeJs(COUNT_DOWN, Math.toIntExact(resendAfter.toSeconds()), counter.getElement());
        field.focus();
    }

    /** Where two stand on one page: ids {@code <name>} and {@code request-<name>}, and a label of its own. */
    public CodeRow named(String name, String labelKey) {
        field.setId(name);
        button.setId("request-" + name);
        fieldLabel = labelKey;
        return this;
    }

    public TextField field() {
        return field;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        field.setLabel(getTranslation(fieldLabel));
        label.setText(getTranslation("account.action.code"));
    }
}
