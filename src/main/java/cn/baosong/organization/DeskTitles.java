package cn.baosong.organization;

import cn.baosong.common.Texts;
import cn.baosong.form.Bilingual;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A desk as messages name it: with its level, for names of desks alone do not tell which of two is the higher. */
@Component
public class DeskTitles {

    private static final String TITLED = "organization.desk-titled";
    private static final String LEVEL = "organization.level.";
    /** Text between two of several. */
    static final String AND = "organization.desk-titled.between";

    private static final String PLATFORM = "organization.platform";
    private static final String NOTHING = "organization.nothing";

    private final Desks desks;
    private final Texts texts;

    DeskTitles(Desks desks, Texts texts) {
        this.desks = desks;
        this.texts = texts;
    }

    /** @return such as 海曙区经信局（县级）; the platform where there is no such desk */
    public Bilingual of(UUID desk) {
        return desk == null ? platform() : desks.find(desk).map(this::of).orElseGet(this::platform);
    }

    public Bilingual of(Desk desk) {
        return new Bilingual(titled(Texts.CHINESE, desk), titled(Texts.ENGLISH, desk));
    }

    /** @return several, by level and name */
    public Bilingual of(Collection<UUID> several) {
        var found = several.stream()
                .flatMap(desk -> desks.find(desk).stream())
                .sorted(Comparator.comparing(Desk::level).thenComparing(Desk::name))
                .toList();
        return new Bilingual(titled(Texts.CHINESE, found), titled(Texts.ENGLISH, found));
    }

    /** @return the highest desk the signed-in person holds today, in whose name he acts; the platform where he holds none */
    public Bilingual mine() {
        return highest(desks.mine());
    }

    /** @return the highest desk somebody holds today, in whose name he acts; the platform where he holds none */
    public Bilingual heldBy(UUID account) {
        return highest(desks.heldBy(account));
    }

    private Bilingual highest(List<Desk> held) {
        return held.stream()
                .max(Comparator.comparing(Desk::level))
                .map(this::of)
                .orElseGet(this::platform);
    }

    /** @return what acts where nobody did, such as when the time of a model ran out */
    public Bilingual platform() {
        return both(PLATFORM);
    }

    /** @return what stands where there is nothing to say, such as no reason */
    public Bilingual nothing() {
        return both(NOTHING);
    }

    private Bilingual both(String key) {
        return new Bilingual(texts.get(Texts.CHINESE, key), texts.get(Texts.ENGLISH, key));
    }

    private String titled(Locale locale, List<Desk> several) {
        return several.stream().map(desk -> titled(locale, desk)).collect(Collectors.joining(texts.get(locale, AND)));
    }

    private String titled(Locale locale, Desk desk) {
        return texts.get(locale, TITLED, desk.name(), texts.get(locale, LEVEL + desk.level()));
    }
}
