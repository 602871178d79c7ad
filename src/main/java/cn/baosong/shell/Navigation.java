package cn.baosong.shell;

import cn.baosong.common.ui.NavigationEntry;
import cn.baosong.common.ui.NavigationSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every line of the navigation, in order; who may open it is asked where it is shown. */
@Component
class Navigation {

    private final List<NavigationEntry> entries;

    Navigation(List<NavigationEntry> entries, List<NavigationSource> sources) {
        this.entries = Stream.concat(entries.stream(), sources.stream().flatMap(source -> source.entries().stream()))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
    }

    List<NavigationEntry> entries() {
        return entries;
    }
}
