package org.leadrelay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.Mandates.Change;
import org.leadrelay.access.Mandates.Mandated;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Person;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.Allowed;

/** View of mandates: who signs the charter for marketing and for sales, and who named them. */
@Route(AdminNavigation.MANDATES)
@Allowed(Permission.NAME_SIGNERS)
class MandatesView extends VerticalLayout implements HasDynamicTitle {

    private final Mandates mandates;
    private final People people;
    private final CharterWords words;
    private final Times times;
    private final Div both = new Div();
    private final OrderedList changes = new OrderedList();

    MandatesView(Mandates mandates, People people, CharterWords words, Times times, CurrentPerson person) {
        this.mandates = mandates;
        this.people = people;
        this.words = words;
        this.times = times;
        addClassNames("mandates-view", "scrolled");
        both.addClassName("mandates");
        changes.addClassName("mandate-changes");
        Paragraph what = new Paragraph(getTranslation("mandates.what"));
        what.addClassName("secondary");
        add(
                new AdminHead("mandates", person.get()),
                what,
                both,
                new Section(new H2(getTranslation("mandates.changes")), changes));
        show();
    }

    private void show() {
        both.removeAll();
        mandates.all().forEach(each -> both.add(mandate(each)));
        changes.removeAll();
        List<Change> made = mandates.changes();
        made.forEach(each -> changes.add(new ListItem(words(each))));
        if (made.isEmpty()) {
            changes.add(new ListItem(getTranslation("mandates.changes.none")));
        }
    }

    private Component mandate(Mandated mandated) {
        String title = words.mandate(mandated.mandate());
        String action = getTranslation("mandates.change", title);
        Button change = new Button(VaadinIcon.PENCIL.create(), click -> change(mandated));
        change.setText(getTranslation("mandates.change.short"));
        change.setAriaLabel(action);
        DescriptionList who = new DescriptionList();
        who.add(
                new Term(getTranslation("mandates.holder")),
                described(mandated.holder() == null ? List.of() : List.of(mandated.holder())));
        who.add(new Term(getTranslation("mandates.deputies")), described(mandated.deputies()));
        Section card = new Section(new H2(title), who, change);
        card.addClassName("mandate");
        return card;
    }

    private Description described(Collection<String> logins) {
        Description described = new Description();
        if (logins.isEmpty()) {
            described.add(new Span(getTranslation("mandates.nobody")));
        }
        logins.stream().sorted().forEach(each -> described.add(name(each)));
        return described;
    }

    /** Somebody whose access has ended signs nothing; that is to be seen here. */
    private Component name(String login) {
        boolean active = people.find(login).filter(Person::active).isPresent();
        String name = people.displayName(login);
        Div line = new Div(new Span(active ? name : getTranslation("mandates.gone", name)));
        line.setClassName("refusal", !active);
        return line;
    }

    private void change(Mandated mandated) {
        String title = words.mandate(mandated.mandate());
        new MandateDialog(people.all(), mandated, title).ask((holder, deputies) -> {
            mandates.give(mandated.mandate(), holder, deputies, mandated.edition());
            show();
            Toasts.done(getTranslation("mandates.changed", title));
        });
    }

    private String words(Change change) {
        return getTranslation(
                "mandates.change.words",
                times.text(change.at(), getLocale()),
                people.displayName(change.person()),
                words.mandate(change.mandate()),
                names(change.holder() == null ? List.of() : List.of(change.holder())),
                names(change.deputies()));
    }

    private String names(Collection<String> logins) {
        return logins.isEmpty()
                ? getTranslation("mandates.nobody")
                : logins.stream().map(people::displayName).sorted().collect(Collectors.joining(", "));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.mandates");
    }
}
