package cn.baosong.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Chromium for all browser tests, started when the first needs it. A test asks for it as a parameter and gets
 * visitors from it; afterwards their pages are looked over for errors, photographed if the test failed, and closed.
 */
public final class Browser
        implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Browser.class);
    /** The shell first: a browser without the parts a person sees takes half of the time. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final Path PICTURES = Path.of("target", "browser");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (executable().isPresent()) {
            return ConditionEvaluationResult.enabled("a browser is there");
        }
        if (Boolean.getBoolean("browser.required")) {
            throw new IllegalStateException("browser.required is set, and there is no " + NAMES + " on the PATH");
        }
        return ConditionEvaluationResult.disabled("no browser: none of " + NAMES + " is on the PATH");
    }

    private static Optional<Path> executable() {
        var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Visitors resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, type -> Running.start(), Running.class);
        return store(context)
                .getOrComputeIfAbsent(Visitors.class, type -> new Visitors(running.profiles), Visitors.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        var visitors = store(context).get(Visitors.class, Visitors.class);
        if (visitors == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            visitors.photograph(PICTURES, name(context));
            return;
        }
        var complaints = new ArrayList<String>();
        visitors.all().forEach(visitor -> complaints.addAll(visitor.complaints()));
        if (!complaints.isEmpty()) {
            visitors.photograph(PICTURES, name(context));
            throw new AssertionError("the browser complains:\n" + String.join("\n", complaints));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var visitors = store(context).remove(Visitors.class, Visitors.class);
        if (visitors != null) {
            var wellBehaved = context.getExecutionException().isEmpty();
            visitors.all().forEach(visitor -> visitor.leave(wellBehaved));
        }
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    private static String name(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName() + "-"
                + context.getDisplayName().replaceAll("[^\\p{Alnum}]+", "");
    }

    /** Playwright and the browser it drives, closed after the last test. */
    private record Running(Playwright playwright, com.microsoft.playwright.Browser chromium, Profiles profiles)
            implements ExtensionContext.Store.CloseableResource {

        static Running start() {
            var playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of(
                            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1",
                            "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1")));
            var chromium = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(executable().orElseThrow())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--no-first-run")));
            return new Running(playwright, chromium, new Profiles(chromium));
        }

        @Override
        public void close() {
            chromium.close();
            playwright.close();
        }
    }
}
