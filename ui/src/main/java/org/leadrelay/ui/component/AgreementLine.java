package org.leadrelay.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.PermissionAgreements;

/** Banner that names of people are shown on boards, and on which agreement that rests; nothing while they are not. */
public final class AgreementLine extends Div {

    private static final long serialVersionUID = 1L;

    private final transient PermissionAgreements agreements;
    private final transient People people;

    public AgreementLine(PermissionAgreements agreements, People people) {
        this.agreements = agreements;
        this.people = people;
        addClassName("agreement-line");
        show();
    }

    /** As it is now: the permission may have been given or taken while the page was open. */
    public void show() {
        removeAll();
        agreements
                .inForce(Permission.BOARDS_PEOPLE)
                .forEach(each -> add(new Paragraph(getTranslation(
                        "boards.people.on",
                        Times.day(each.on(), getLocale()),
                        each.words(),
                        people.displayName(each.person())))));
        setVisible(getChildren().findAny().isPresent());
    }
}
