package cn.baosong.organization.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Notices;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.organization.NewDesk;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Sets up a desk below one of mine. */
class NewDeskDialog extends Dialog {

    NewDeskDialog(Desks desks, CodeLists codes, List<Desk> mine, Runnable onCreated) {
        setHeaderTitle(getTranslation("organization.desks.create"));
        setCloseOnOutsideClick(false);
        var superior = new Select<Desk>();
        superior.setLabel(getTranslation("organization.desk.superior"));
        superior.setItems(mine);
        superior.setItemLabelGenerator(Desk::name);
        superior.setValue(mine.get(0));
        superior.setVisible(mine.size() > 1);

        var level = new Select<DeskLevel>();
        level.setLabel(getTranslation("organization.desk.level"));
        level.setItemLabelGenerator(value -> getTranslation("organization.level." + value));
        level.setItems(levelsBelow(mine.get(0)));
        superior.addValueChangeListener(change -> level.setItems(levelsBelow(change.getValue())));

        var region = new ComboBox<CodeLists.Entry>(getTranslation("organization.desk.region"));
        region.setItemLabelGenerator(entry -> codes.path("region", entry.code()).stream()
                .map(step -> step.name(getLocale()))
                .collect(Collectors.joining(" → ")));
        region.setItems(query -> codes.search("region", query.getFilter().orElse(""), 400).stream()
                .filter(entry -> inside(codes, entry, superior.getValue()))
                .skip(query.getOffset())
                .limit(query.getLimit()));

        var name = new TextField(getTranslation("organization.desk.name"));
        name.setId("desk-name");
        name.setMaxLength(60);
        var problem = new Div();
        var body = new Div(problem, superior, level, region, name);
        body.addClassName("dialog-form");
        add(body);
        var create = new Button(getTranslation("organization.desks.create"), click -> {
            problem.removeAll();
            try {
                var chosen = region.getValue();
                var desk = desks.create(new NewDesk(
                        superior.getValue().id(),
                        level.getValue(),
                        chosen == null ? null : chosen.code(),
                        name.getValue()));
                close();
                Notices.done(getTranslation("organization.desk.created", desk.name()));
                onCreated.run();
            } catch (Problem refused) {
                problem.add(new Callout(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments())));
            }
        });
        create.setId("desk-create");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), create);
    }

    private static boolean inside(CodeLists codes, CodeLists.Entry entry, Desk superior) {
        return superior.region() == null
                || codes.path("region", entry.code()).stream()
                        .map(CodeLists.Entry::code)
                        .anyMatch(superior.region()::equals);
    }

    private static List<DeskLevel> levelsBelow(Desk superior) {
        return Arrays.stream(DeskLevel.values())
                .filter(level -> !level.isAtLeast(superior.level()))
                .toList();
    }
}
