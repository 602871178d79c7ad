package cn.baosong.organization;

import cn.baosong.common.Texts;
import cn.baosong.form.Bilingual;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells whoever holds a desk what it got of one that is given up, and why (ADM-09). */
@Component
class ClosureNotices {

    private static final String HOME = "/";

    private final AdministrationNotices notices;
    private final Desks desks;
    private final DeskTitles titles;
    private final Texts texts;

    ClosureNotices(AdministrationNotices notices, Desks desks, DeskTitles titles, Texts texts) {
        this.notices = notices;
        this.desks = desks;
        this.titles = titles;
        this.texts = texts;
    }

    /**
     * One message for each holder of a desk that got something, in the caller's transaction.
     *
     * @param handed what went where; things of one kind may come in several parts
     */
    void tell(Desk closing, List<DeskHanding> handed, String reason) {
        var byDesk = handed.stream()
                .collect(Collectors.groupingBy(
                        DeskHanding::to,
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                DeskHanding::key, LinkedHashMap::new, Collectors.summingInt(DeskHanding::count))));
        byDesk.forEach((desk, counts) -> desks.heldToday(desk.id())
                .forEach(holder -> notices.tell(
                        holder,
                        AdministrationEvent.DESK_CLOSED,
                        HOME,
                        titles.of(closing),
                        titles.of(desk),
                        new Bilingual(said(Texts.CHINESE, counts), said(Texts.ENGLISH, counts)),
                        reason)));
    }

    private String said(Locale locale, Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> texts.get(locale, count.getKey(), count.getValue()))
                .collect(Collectors.joining(texts.get(locale, DeskTitles.AND)));
    }
}
