package org.leadrelay.ui.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import org.leadrelay.ui.component.PageLink;

/** Base class of error pages, with the way back. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private String title = "";

    void text(String titleText, String text) {
        title = titleText;
        addClassName("lr-message");
        PageLink home = new PageLink("", getTranslation("error.home"));
        add(new H1(titleText), new Paragraph(text), home);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
