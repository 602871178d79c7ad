package cn.baosong.account;

import cn.baosong.engine.DeployedForms;
import cn.baosong.form.Expressions;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormParser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The forms of accounts as deployed last: a process owner changes them without touching the application. */
@Component
public class AccountForms {

    /** 用户协议, texts alone (GRD-05). */
    public static final String AGREEMENT = "user-agreement";
    /** 隐私政策, texts alone (GRD-05). */
    public static final String PRIVACY = "privacy-policy";
    /** What the user centre asks beside the nickname (SUR-26). */
    public static final String PROFILE = "user-profile";

    private static final int KEPT = 20;

    private final DeployedForms forms;
    private final Expressions expressions;
    private final Clock clock;
    private final Map<String, FormDefinition> parsed = new ConcurrentHashMap<>();

    AccountForms(DeployedForms forms, Expressions expressions, Clock clock) {
        this.forms = forms;
        this.expressions = expressions;
        this.clock = clock;
    }

    /**
     * @param id such as {@link #PROFILE}
     * @throws cn.baosong.common.Problem when no such form is deployed, or what is deployed is none
     */
    public FormDefinition newest(String id) {
        var form = forms.newest(id);
        if (parsed.size() > KEPT) {
            parsed.clear();
        }
        return parsed.computeIfAbsent(form.definitionId(), unread -> FormParser.parse(form.file()));
    }

    /** What these forms see beside their own values. */
    public FormContext context() {
        return new FormContext(expressions, Map.of("today", LocalDate.now(clock)), Map.of());
    }
}
