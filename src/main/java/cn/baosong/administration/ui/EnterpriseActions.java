package cn.baosong.administration.ui;

import cn.baosong.administration.MonitoredEnterprise;
import cn.baosong.administration.MonitoredEnterprises;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.ReasonDialog;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** 【禁用】, 【启用】 and 【删除】 of an enterprise (ADM-04, 05); each asks why. */
@org.springframework.stereotype.Component
class EnterpriseActions {

    private final MonitoredEnterprises enterprises;
    private final Texts texts;

    EnterpriseActions(MonitoredEnterprises enterprises, Texts texts) {
        this.enterprises = enterprises;
        this.texts = texts;
    }

    /**
     * @param removable whether it may be removed
     * @param onChange gets what was done: {@code disable}, {@code enable} or {@code remove}; nothing where it was refused
     */
    Stream<Button> of(MonitoredEnterprise enterprise, boolean removable, Locale locale, Consumer<String> onChange) {
        if (enterprise.active()) {
            return Stream.of(button(enterprise, "disable", enterprises::disable, locale, onChange));
        }
        var enable = button(enterprise, "enable", enterprises::enable, locale, onChange);
        return removable
                ? Stream.of(enable, button(enterprise, "remove", enterprises::remove, locale, onChange))
                : Stream.of(enable);
    }

    private Button button(
            MonitoredEnterprise enterprise,
            String action,
            BiConsumer<UUID, String> act,
            Locale locale,
            Consumer<String> onChange) {
        var word = texts.get(locale, "administration." + action);
        var button = new Button(word, click -> new ReasonDialog(
                        texts.get(locale, "administration." + action + ".title", enterprise.name()),
                        word,
                        MonitoredEnterprises.REASON_LIMIT,
                        List.of(),
                        reason -> act(enterprise, action, act, reason, locale, onChange))
                .open());
        button.setId(action + "-" + enterprise.id());
        if (!action.equals("enable")) {
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        return button;
    }

    private void act(
            MonitoredEnterprise enterprise,
            String action,
            BiConsumer<UUID, String> act,
            String reason,
            Locale locale,
            Consumer<String> onChange) {
        try {
            act.accept(enterprise.id(), reason);
            Notices.done(texts.get(locale, "administration." + action + ".done", enterprise.name()));
            onChange.accept(action);
        } catch (Problem refused) {
            Notices.refused(texts.get(locale, refused.key(), refused.arguments()));
        }
    }
}
