package cn.baosong.review;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the feature a kind of subject belongs to. */
@Component
class SubjectSources {

    private final Map<String, SubjectSource> byKind;

    SubjectSources(List<SubjectSource> sources) {
        this.byKind = sources.stream().collect(Collectors.toMap(SubjectSource::kind, Function.identity()));
    }

    SubjectSource of(String kind) {
        var source = byKind.get(kind);
        if (source == null) {
            throw new IllegalStateException("no feature supplies subjects of kind '" + kind + "'");
        }
        return source;
    }
}
