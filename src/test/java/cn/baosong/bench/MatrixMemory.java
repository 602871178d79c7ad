package cn.baosong.bench;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.Expressions;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormParser;
import cn.baosong.form.ui.FormPane;
import cn.baosong.testing.FilingFixture;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Heap that one open matrix of all indicators holds on the server, filled in; sent to the browser once. */
@Measurement
@Tag("report")
@BenchApplication
class MatrixMemory {

    private static final int MATRICES = 100;
    private static final int ROUNDS = 5;
    private static final int COLLECTIONS = 4;

    @Autowired
    private CodeLists codeLists;

    @Autowired
    private Texts texts;

    @Autowired
    private Expressions expressions;

    @Test
    void measure(Benchmark benchmark) throws IOException {
        var form = FormParser.parse(
                new ClassPathResource("forms/monthly-report/economic-indicators.form").getContentAsByteArray());
        var context = new FormContext(
                expressions,
                Map.of(
                        "today", LocalDate.now(),
                        "enterprise", Map.of("industrial", true),
                        "period", Map.of("year", 2021, "month", 11)),
                Map.of());
        MockVaadin.setup();
        try {
            kilobytes(form, context);
            benchmark.report(
                    "matrix.memory",
                    Rounds.of(ROUNDS, () -> kilobytes(form, context)),
                    "KB",
                    "of heap, one form of 18 indicators, target under 250");
        } finally {
            MockVaadin.tearDown();
        }
    }

    private double kilobytes(FormDefinition form, FormContext context) {
        var ui = UI.getCurrent();
        List<FormPane> open = new ArrayList<>();
        long before = used();
        for (int number = 0; number < MATRICES; number++) {
            var pane = new FormPane(
                    form, context, codeLists, texts, Texts.CHINESE, FilingFixture.indicators(YearMonth.of(2021, 11)));
            ui.add(pane);
            ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
            ui.getInternals().getStateTree().collectChanges(change -> {});
            open.add(pane);
        }
        double each = (used() - before) / 1024.0 / open.size();
        open.forEach(ui::remove);
        ui.getInternals().getStateTree().collectChanges(change -> {});
        return each;
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
