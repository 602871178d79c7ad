package cn.baosong.help;

import cn.baosong.common.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom an enterprise can ask, and what else it is offered (HOME-14).
 *
 * @param hours when somebody answers, in Chinese; empty: not said
 * @param hoursEn the same in English; without it the Chinese
 * @param links 我的服务, such as a financing service; none: the card is not shown
 */
@ConfigurationProperties("baosong.service")
public record ServiceSettings(String hours, String hoursEn, List<Link> links) {

    /** @param url {@code https://…}, {@code http://…}, or a path of the platform that begins with one slash */
    public record Link(String title, String titleEn, String url) {

        public Link {
            if (title == null || title.isBlank() || url == null || !url.matches("(?:https?://|/(?!/))\\S*")) {
                throw new IllegalArgumentException(
                        "baosong.service.links: a link has a title, and a url that begins with https://, http:// or /: "
                                + title + " " + url);
            }
        }

        public String title(Locale locale) {
            return Texts.pick(locale, title, titleEn);
        }
    }

    public ServiceSettings {
        hours = hours == null ? "" : hours;
        links = links == null ? List.of() : List.copyOf(links);
    }

    public String hours(Locale locale) {
        return Texts.pick(locale, hours, hoursEn);
    }
}
