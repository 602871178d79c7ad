package cn.baosong.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;

/** The page everything is shown in: style sheets, icon, width, and a word to browsers too old for it (NFR-02, 06). */
@Viewport("width=device-width, initial-scale=1")
public class Portal implements AppShellConfigurator {

    /** Runs in browsers that know no modules, and there alone: plain old JavaScript, both languages. */
    private static final String OLD_BROWSER = """
            if (!('noModule' in document.createElement('script'))) {
              document.write('<div style="background:#fff6da;color:#8a5000;padding:12px 24px;font:15px sans-serif">'
                + '浏览器版本过低，请改用 Chrome、Edge、'
                + 'Firefox 或 360 极速模式。 This browser is too old: please use Chrome, '
                + 'Edge, Firefox or 360 in speed mode.</div>');
            }
            """;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("报送 Baosong");
        settings.addLink("stylesheet", "css/form.css");
        settings.addLink("stylesheet", "css/baosong.css");
        settings.addInlineWithContents(Inline.Position.PREPEND, OLD_BROWSER, Inline.Wrapping.JAVASCRIPT);
        settings.addFavIcon("icon", "images/mark.svg", "any");
    }
}
