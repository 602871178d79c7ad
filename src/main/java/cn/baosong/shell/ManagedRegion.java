package cn.baosong.shell;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.organization.Desk;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says the region a desk manages (可管理地区), from the top. */
@Component
class ManagedRegion {

    private final CodeLists codes;
    private final Texts texts;

    ManagedRegion(CodeLists codes, Texts texts) {
        this.codes = codes;
        this.texts = texts;
    }

    String of(Desk desk, Locale locale) {
        return desk.region() == null
                ? texts.get(locale, "organization.level.NATION")
                : codes.path("region", desk.region()).stream()
                        .map(entry -> entry.name(locale))
                        .collect(Collectors.joining(" → "));
    }
}
