package org.leadrelay.ui.layout;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.Theme;

/** What every page shares: the theme, and a connection on which the server pushes. */
@Push
@Theme("lead-relay")
public class LeadRelayShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;
}
