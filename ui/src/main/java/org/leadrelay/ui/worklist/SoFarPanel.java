package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.Times;
import org.leadrelay.worklist.SoFar;
import org.leadrelay.worklist.TaskDetail;

/**
 * History of a lead before its task, newest first: its first entries, and the rest on a click. Whoever judges sees
 * both sides' case and precedents above it.
 */
class SoFarPanel extends Div {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 3;

    private final Times times;
    private final Div content = new Div();
    private final Button all = new Button();
    private boolean whole;
    private @Nullable SoFar shown;

    SoFarPanel(Times times, TaskDetail detail) {
        this.times = times;
        addClassName("so-far");
        setId("so-far");
        content.addClassName("so-far-content");
        content.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("sofar.title"));
        H3 title = new H3(getTranslation("sofar.title"));
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        all.addClickListener(click -> {
            whole = !whole;
            write();
        });
        Div head = new Div(title, all);
        head.addClassName("so-far-head");
        add(head, content);
        again(detail);
    }

    /** Shows what is new; what was unfolded stays so. */
    final void again(TaskDetail detail) {
        if (!detail.soFar().equals(shown)) {
            shown = detail.soFar();
            write();
        }
    }

    private void write() {
        SoFar soFar = shown;
        content.removeAll();
        if (soFar == null) {
            return;
        }
        content.setClassName("whole", whole);
        // While it is folded it may scroll, and what scrolls can be reached by keyboard.
        content.getElement().setAttribute("tabindex", whole ? "-1" : "0");
        SoFar.Dispute dispute = soFar.dispute();
        if (dispute != null && (dispute.sales() != null || dispute.marketing() != null)) {
            content.add(new DisputeCase(dispute, times));
        }
        if (soFar.attempts() != null) {
            content.add(line("so-far-attempts", attempts(soFar.attempts())));
        }
        List<SoFar.Entry> entries = soFar.entries().stream()
                .filter(each -> dispute == null || (!each.equals(dispute.sales()) && !each.equals(dispute.marketing())))
                .toList();
        UnorderedList list = new UnorderedList();
        entries.stream()
                .limit(whole ? entries.size() : SHOWN)
                .forEach(each -> list.add(new ListItem(new SoFarLine(each, times))));
        content.add(list);
        if (!whole) {
            earlier(soFar);
        }
        all.setVisible(whole
                || dispute != null
                || entries.size() > SHOWN
                || entries.stream().anyMatch(SoFarPanel::isLong));
        all.setText(
                whole
                        ? getTranslation("sofar.less")
                        : getTranslation("sofar.all", soFar.entries().size()));
        all.getElement().setAttribute("aria-expanded", String.valueOf(whole));
    }

    /** Earlier laps that do not stand above already. */
    private void earlier(SoFar soFar) {
        List<SoFar.Entry> above = soFar.entries().stream().limit(SHOWN).toList();
        List<SoFar.Entry> laps = soFar.earlierLaps().stream()
                .filter(each -> !above.contains(each))
                .limit(SHOWN)
                .toList();
        if (!laps.isEmpty()) {
            content.add(line("so-far-laps", getTranslation("sofar.laps")));
            UnorderedList list = new UnorderedList();
            laps.forEach(each -> list.add(new ListItem(new SoFarLine(each, times))));
            content.add(list);
        }
    }

    private String attempts(SoFar.Attempts attempts) {
        return attempts.made() < attempts.most()
                ? getTranslation("sofar.attempts", attempts.made() + 1, attempts.most())
                : getTranslation("sofar.attempts.used", attempts.made());
    }

    private static boolean isLong(SoFar.Entry entry) {
        return entry.said().stream()
                .anyMatch(each -> each.text().length() > 200 || each.text().contains("\n"));
    }

    static Div line(String className, String text) {
        Div line = new Div();
        line.setText(text);
        line.addClassName(className);
        return line;
    }
}
