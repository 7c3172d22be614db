package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.difference.Category;
import org.leadrelay.redesign.difference.ModelChange;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.ui.component.EmptyState;

/** Panel of what a release says differently: in sentences by what they are about, and side by side at the element. */
final class DifferencePanel extends Div {

    private final ReleasePresenter desk;
    private final ReleaseContent content;
    private final Select<Release> other = new Select<>();
    private final JumpList<ModelChange> list =
            new JumpList<>(getTranslation("redesign.tab.difference"), this::line, this::chosen);
    private final SideBySide sideBySide = new SideBySide();

    DifferencePanel(ReleasePresenter desk, ReleaseContent content, ReleaseView.Place place) {
        this.desk = desk;
        this.content = content;
        sideBySide.onChosen(change -> {
            list.mark(change);
            address(change);
        });
        addClassName("redesign-two");
        if (content.release().base() == 0) {
            add(new EmptyState(
                    getTranslation("redesign.difference.first"), getTranslation("redesign.difference.first.why")));
            return;
        }
        Div left = new Div(choice(), list);
        left.addClassName("redesign-left");
        add(left, sideBySide, list.keys());
        compare(content.before(), content.changes(), place);
    }

    /** With which release it is compared. */
    private Component choice() {
        List<Release> all = desk.releases().all().stream()
                .filter(each -> each.number() != content.release().number())
                .toList();
        other.setItems(all);
        other.setItemLabelGenerator(this::label);
        other.setLabel(getTranslation("redesign.difference.with"));
        other.setWidthFull();
        all.stream()
                .filter(each -> each.number() == content.release().base())
                .findFirst()
                .ifPresent(other::setValue);
        other.addValueChangeListener(event -> {
            List<ModelFile> before = desk.models(event.getValue().number());
            compare(before, desk.differences().between(before, content.models()), ReleaseView.Place.NONE);
        });
        return other;
    }

    private String label(Release release) {
        return getTranslation(
                release.number() == content.release().base() ? "redesign.difference.base" : "redesign.difference.other",
                getTranslation("redesign.release", release.number()),
                getTranslation("redesign.stage." + release.stage().code()));
    }

    private void compare(List<ModelFile> before, List<ModelChange> changes, ReleaseView.Place place) {
        list.clear();
        if (changes.isEmpty()) {
            list.add(new EmptyState(
                    getTranslation("redesign.difference.none"), getTranslation("redesign.difference.none.why")));
        }
        Map<Category, List<ModelChange>> byCategory = changes.stream()
                .collect(Collectors.groupingBy(ModelChange::category, LinkedHashMap::new, Collectors.toList()));
        byCategory.forEach((category, each) -> list.add(title(category, each.size()), each));
        sideBySide.compare(before, content.models(), changes);
        list.first(each -> isAt(each, place)).ifPresent(each -> {
            list.mark(each);
            sideBySide.show(each);
        });
    }

    private String title(Category category, int count) {
        return getTranslation("redesign.category." + category.name().toLowerCase(Locale.ROOT)) + " (" + count + ")";
    }

    private JumpLine line(ModelChange change) {
        String element = change.element();
        return new JumpLine(
                change.sentence(getLocale()), element == null ? change.file() : element + " · " + change.file());
    }

    private static boolean isAt(ModelChange change, ReleaseView.Place place) {
        return (place.file().isEmpty() || change.file().equals(place.file()))
                && (place.element().isEmpty() || place.element().equals(change.element()));
    }

    private void chosen(ModelChange change) {
        sideBySide.show(change);
        address(change);
    }

    private void address(ModelChange change) {
        String address = ReleaseView.address(content.release(), ReleaseTab.DIFFERENCE, change.file(), change.element());
        UI.getCurrent().getPage().getHistory().replaceState(null, address);
    }
}
