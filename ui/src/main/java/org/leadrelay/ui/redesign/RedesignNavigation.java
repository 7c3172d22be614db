package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.UI;

/** Links to the releases of the models, and to one of them. */
public final class RedesignNavigation {

    static final String RELEASES = "redesign";

    private RedesignNavigation() {}

    /** The address of the list of releases, within the application. */
    public static String releases() {
        return RELEASES;
    }

    /** The address of a release's page. */
    public static String release(int number) {
        return RELEASES + "/" + number;
    }

    /** The address of what is to be read and decided before a release is approved. */
    public static String approval(int number) {
        return release(number, ReleaseTab.APPROVAL);
    }

    static String release(int number, ReleaseTab tab) {
        return release(number) + "?" + ReleaseView.TAB + "=" + tab.code();
    }

    /** Goes to what is to be read and decided before a release is approved. */
    public static void openApproval(int number) {
        UI.getCurrent()
                .navigate(ReleaseView.class, ReleaseView.parameters(number), ReleaseView.query(ReleaseTab.APPROVAL));
    }
}
