package cn.baosong.upload.ui;

import cn.baosong.common.ui.Address;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.LiveProgress;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.Tally;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.RunResults;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One workbook on its way, and what has become of its rows. Can be left and found again; the filter is in the address. The
 * page of a feature gives it a route with the parameter {@code run}, and asks for the role.
 */
public abstract class RunPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String RUN = "run";

    private final transient RunResults runs;
    private final String words;
    private final Class<? extends Component> sendPage;
    private final LiveProgress progress = new LiveProgress(this::look);
    private final Div tiles = new Div();
    private UUID id;
    private RowStatus shown;

    /**
     * @param words where the texts of the feature's runs begin
     * @param sendPage the page on which workbooks are sent
     */
    protected RunPage(RunResults runs, String words, Class<? extends Component> sendPage) {
        this.runs = runs;
        this.words = words;
        this.sendPage = sendPage;
    }

    static RouteParameters parameters(UUID run) {
        return new RouteParameters(RUN, run.toString());
    }

    /** @return what the workbook is and who sent it when, in one line */
    protected abstract String line(UploadedRun run);

    /** @return key of what the way to the page of all runs is called */
    protected String back() {
        return "upload.back";
    }

    /** @return what else is to be said of the run */
    protected Optional<Component> remark(UploadedRun run) {
        return Optional.empty();
    }

    /** @return the way to what was made of a row */
    protected Optional<Component> made(UploadedRow row) {
        return Optional.empty();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = Address.id(event, RUN);
        shown = Address.choice(event, Tally.SHOW, RowStatus.class);
        build(runs.run(id).orElseThrow(NotFoundException::new));
    }

    private void build(UploadedRun run) {
        removeAll();
        var header = new PageHeader(run.fileName(), line(run), new RouterLink(getTranslation(back()), sendPage));
        header.badge(new StatusBadge(
                run.finished() ? StatusBadge.Tone.ACCEPTED : StatusBadge.Tone.WAITING,
                getTranslation(run.finished() ? "upload.finished" : "upload.going")));
        say(run);
        add(header, new Card("", progress, tiles));
        remark(run).ifPresent(this::add);
        if (run.finished()) {
            add(results(run));
        }
    }

    /** What changes from second to second. */
    private void say(UploadedRun run) {
        progress.say(
                getTranslation(run.finished() ? "upload.run.all" : "upload.run.leave", run.decided(), run.rows()),
                run.decided(),
                run.rows());
        progress.going(!run.finished());
        tiles.removeAll();
        tiles.add(Tally.tiles(tallies(run)));
    }

    private void look() {
        runs.run(id).ifPresent(run -> {
            if (run.finished()) {
                build(run);
            } else {
                say(run);
            }
        });
    }

    private Card results(UploadedRun run) {
        var tabs = Tally.tabs(
                getTranslation("upload.all", run.rows()),
                tallies(run),
                shown == null ? null : shown.name(),
                query -> getUI().ifPresent(ui -> ui.navigate(getClass(), parameters(id), query)));
        return new Card(getTranslation("upload.rows"), tabs, new RunRowList(runs, run, words, shown, this::made))
                .trailing(new SheetDownload(
                        "export",
                        getTranslation("upload.export"),
                        getTranslation(words + "file"),
                        out -> runs.export(id, getLocale(), out)));
    }

    private List<Tally> tallies(UploadedRun run) {
        return RowStatus.OUTCOMES.stream()
                .map(status -> new Tally(
                        status.name(),
                        getTranslation(status.key(words)),
                        run.count(status),
                        status == RowStatus.REFUSED && run.count(status) > 0))
                .toList();
    }
}
