package cn.baosong.upload.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.excel.ui.SheetUpload;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Where a workbook is sent: the steps, what is chosen before, the upload. Leads to the run, or says why there is none. */
public final class SendCard extends Div {

    /** Reads a file on the thread of the upload; a {@link Problem} it throws is said in the page. */
    public interface Receiver {
        Answer receive(String fileName, InputStream in);
    }

    /**
     * What became of a file.
     *
     * @param run the workbook on its way; null where the file was refused as a whole
     * @param refusal says why, asked for in the page; null where it was taken
     */
    public record Answer(UUID run, Supplier<Component> refusal) {

        public static Answer taken(UUID run) {
            return new Answer(run, null);
        }

        public static Answer refused(Supplier<Component> why) {
            return new Answer(null, why);
        }
    }

    private final transient Receiver receiver;
    private final Class<? extends RunPage> page;
    private final Div message = new Div();

    /**
     * @param steps what to do, one after the other
     * @param page of the run that comes of it
     * @param choices what stands between the steps and the upload
     */
    public SendCard(
            String title, List<String> steps, Receiver receiver, Class<? extends RunPage> page, Component... choices) {
        this.receiver = receiver;
        this.page = page;
        message.setId("message");
        message.getElement().setAttribute("aria-live", "polite");
        var list = new OrderedList();
        steps.forEach(step -> list.add(new ListItem(step)));
        var parts = new Div(list);
        parts.add(choices);
        add(new Card(title, parts, message, SheetUpload.to(arrival -> received(arrival.name(), arrival.content()))));
    }

    /** Takes back what was said of the last file. */
    public void forget() {
        message.removeAll();
    }

    private Runnable received(String fileName, InputStream in) {
        try {
            var answer = receiver.receive(fileName, in);
            return answer.run() == null
                    ? () -> show(answer.refusal().get())
                    : () -> getUI().ifPresent(ui -> ui.navigate(page, RunPage.parameters(answer.run())));
        } catch (Problem refused) {
            return () -> show(new Callout(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments())));
        }
    }

    private void show(Component outcome) {
        message.removeAll();
        message.add(outcome);
    }
}
