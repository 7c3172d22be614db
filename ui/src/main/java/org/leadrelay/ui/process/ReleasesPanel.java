package org.leadrelay.ui.process;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseStage;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.KitDownload;
import org.leadrelay.ui.redesign.RedesignNavigation;

/** Panel of the releases that are or were in force or will be: who made and approved them, and from when. */
final class ReleasesPanel extends Div {

    private final ProcessServices desk;

    ReleasesPanel(ProcessServices desk, KitDownload kit) {
        this.desk = desk;
        addClassName("process-releases");
        DataTable table = new DataTable(
                        getTranslation("process.part.releases"),
                        Stream.of("release", "from", "made", "approved")
                                .map(each -> getTranslation("process.releases." + each))
                                .toList())
                .linesOnPhones();
        desk.releases().all().stream()
                .filter(each -> each.inForceFrom() != null)
                .forEach(each -> table.row(cells(each)));
        Anchor all = link(RedesignNavigation.releases(), getTranslation("process.releases.all"));
        add(kit, table, all);
    }

    private List<Component> cells(Release release) {
        Div name = new Div(link(
                RedesignNavigation.release(release.number()),
                getTranslation("process.release", String.valueOf(release.number()))));
        if (release.stage() == ReleaseStage.IN_FORCE) {
            Span now = new Span(getTranslation("process.releases.now"));
            now.getElement().getThemeList().add("badge success");
            name.add(now);
        }
        if (!release.title().isEmpty()) {
            Span title = new Span(release.title());
            title.addClassName("second-line");
            name.add(title);
        }
        return List.of(
                name,
                desk.times().shown(release.inForceFrom(), getLocale()),
                new Span(person(release.madeBy())),
                new Span(person(release.decidedBy())));
    }

    private String person(@Nullable String login) {
        return login == null
                ? "–"
                : login.equals("system")
                        ? getTranslation("process.shipped")
                        : desk.people().displayName(login);
    }

    private static Anchor link(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
