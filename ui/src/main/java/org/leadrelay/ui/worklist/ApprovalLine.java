package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.redesign.Approvers;
import org.leadrelay.ui.redesign.RedesignNavigation;

/** Line above the inbox with the release of the models that awaits the person's approval: a task without a lead. */
class ApprovalLine extends Anchor {

    private static final long serialVersionUID = 1L;

    private final transient Approvers approvers;

    ApprovalLine(Approvers approvers) {
        this.approvers = approvers;
        addClassName("signature-line");
        setId("inbox-approval");
        getElement().setAttribute("router-link", true);
        look();
    }

    /** Asks anew whether there is anything to approve. */
    final void look() {
        removeAll();
        approvers.toApprove().ifPresent(release -> {
            Span action = new Span(getTranslation("inbox.approval.open"));
            action.addClassName("signature-open");
            setHref(RedesignNavigation.approval(release));
            add(VaadinIcon.EDIT.create(), new Span(getTranslation("inbox.approval", String.valueOf(release))), action);
        });
        setVisible(getChildren().findAny().isPresent());
    }
}
