package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is looked at on every page: it fits a desk and a telephone, every element is one the bundle knows, and no text is
 * missing its translation. The window keeps the width it had last, so that each page is narrowed or widened once.
 */
final class PageLook {

    private static final int HEIGHT = 900;
    private static final String WIDE = "wide";
    private static final String UNKNOWN = "unknown";

    /** Once Flow has answered everything: what sticks out to the right, and of the last width what else is seen. */
    private static final String SEEN = """
            async whole => {
              const frame = () => new Promise(requestAnimationFrame);
              const busy = () => Object.values(window.Vaadin.Flow.clients)
                  .some(client => client.isActive && client.isActive());
              do { await frame(); } while (busy());
              const page = document.scrollingElement;
              const sticksOut = page.scrollWidth > page.clientWidth;
              const wide = sticksOut ? [...document.querySelectorAll('body *')]
                  .filter(element => element.getBoundingClientRect().right > page.clientWidth + 1)
                  .map(element => element.tagName.toLowerCase() + '#' + element.id + '.' + element.className) : [];
              const seen = { wide: sticksOut
                  ? ['page ' + page.scrollWidth + ' of ' + page.clientWidth + ': ' + wide.slice(0, 8).join(' ')] : [] };
              if (whole) {
                const unknown = new Set();
                const visit = root => {
                  for (const element of root.querySelectorAll('*')) {
                    const tag = element.localName;
                    if (tag.includes('-') && !tag.startsWith('flow-container-')
                        && tag !== 'vaadin-grid-cell-content' && !customElements.get(tag)) {
                      unknown.add(tag);
                    }
                    if (element.shadowRoot) visit(element.shadowRoot);
                  }
                };
                visit(document);
                seen.unknown = [...unknown];
                seen.text = document.body.innerText;
                seen.title = document.title;
                seen.lang = document.documentElement.lang;
              }
              return seen;
            }
            """;

    private int width = 1440;

    /** Looks at the page in front of one, in the width the window has and in the other. */
    void at(Tab tab, Locale locale) {
        var other = width == 1440 ? 390 : 1440;
        fits(seen(tab, width, false), tab, locale);
        width = other;
        var seen = seen(tab, width, true);
        fits(seen, tab, locale);
        var where = tab.path() + " " + locale;
        assertThat((List<?>) seen.get(UNKNOWN)).as(where).isEmpty();
        var text = (String) seen.get("text");
        assertThat(text).as(where).isNotBlank().doesNotContainPattern("!\\{?[a-z]+(\\.[a-z-]+)+");
        assertThat((String) seen.get("title")).as(where).isNotBlank();
        assertThat((String) seen.get("lang")).as(where).startsWith(locale.getLanguage());
        if (locale.equals(Texts.ENGLISH) && !tab.path().equals("/nowhere")) {
            assertThat(text).as(where).containsPattern("[A-Za-z]{4}");
        }
    }

    private Map<?, ?> seen(Tab tab, int wanted, boolean whole) {
        if (tab.page().viewportSize().width != wanted) {
            tab.size(wanted, HEIGHT);
        }
        return (Map<?, ?>) tab.page().evaluate(SEEN, whole);
    }

    private void fits(Map<?, ?> seen, Tab tab, Locale locale) {
        assertThat((List<?>) seen.get(WIDE))
                .as(tab.path() + " " + locale + " at " + width)
                .isEmpty();
    }
}
