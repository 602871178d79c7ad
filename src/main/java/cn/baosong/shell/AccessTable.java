package cn.baosong.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import org.springframework.security.core.context.SecurityContextHolder;

/** Asks a view's own annotation whether the user may open it. */
@org.springframework.stereotype.Component
class AccessTable {

    private static final String PREFIX = "ROLE_";

    private final AccessAnnotationChecker checker = new AccessAnnotationChecker();

    boolean mayOpen(Class<? extends Component> view) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return checker.hasAccess(
                view,
                authentication,
                role -> authentication != null
                        && authentication.getAuthorities().stream()
                                .anyMatch(authority -> authority.getAuthority().equals(PREFIX + role)));
    }
}
