package org.leadrelay.ui.layout;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.server.LoadDependenciesOnStartup;
import com.vaadin.flow.theme.Theme;

/** App shell configurator: theme, light or dark as the system is, push, and one bundle for all routes. */
@Push
@LoadDependenciesOnStartup
@Theme("lead-relay")
@Viewport("width=device-width, initial-scale=1")
public class LeadRelayShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/lead-relay.svg", "any");
        settings.addInlineWithContents("""
            const dark = matchMedia('(prefers-color-scheme: dark)');
            const follow = () => document.documentElement.setAttribute('theme', dark.matches ? 'dark' : '');
            dark.addEventListener('change', follow);
            follow();
            """, Inline.Wrapping.JAVASCRIPT);
    }
}
