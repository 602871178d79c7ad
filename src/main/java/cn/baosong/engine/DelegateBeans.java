package cn.baosong.engine;

import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The list of what models may call: the Spring beans that extend {@link StepDelegate}, by name. */
@Component
class DelegateBeans {

    private final ListableBeanFactory beans;
    private volatile Set<String> names;

    DelegateBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    Set<String> names() {
        if (names == null) {
            // Asked late and by name only: the delegates' services know the engine, so they cannot stand before it
            // does.
            names = Set.of(beans.getBeanNamesForType(StepDelegate.class, false, false));
        }
        return names;
    }

    StepDelegate get(String name) {
        return beans.getBean(name, StepDelegate.class);
    }
}
