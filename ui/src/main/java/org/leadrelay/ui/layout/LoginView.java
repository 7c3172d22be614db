package org.leadrelay.ui.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadrelay.access.LoginBlocks;
import org.leadrelay.access.SessionEnd;
import org.leadrelay.demo.DemoPeople;
import org.springframework.beans.factory.ObjectProvider;

/** Login page. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** In the address: the page lay open for too long. */
    static final String STALE = "stale";

    private static final String ENDED = "ended";
    private static final Set<String> REASONS =
            Arrays.stream(SessionEnd.values()).map(SessionEnd::word).collect(Collectors.toUnmodifiableSet());

    private final LoginForm form = new LoginForm();
    private final Paragraph why = new Paragraph();

    LoginView(ObjectProvider<DemoPeople> demo) {
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words(getTranslation("login.wrong.why")));

        addClassName("lr-login");
        Div page = new Div();
        page.addClassName("lr-login-page");
        page.add(new H1("Lead Relay"), new Paragraph(getTranslation("login.motto")), why, form);
        why.addClassName("lr-login-why");
        why.getElement().setAttribute("role", "alert");
        demo.ifAvailable(each -> page.add(demoLogins(DemoPeople.logins())));
        add(page);
    }

    /** Where a page goes whose session is over. */
    static String address(SessionEnd why) {
        return "login?" + ENDED + "=" + why.word();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        Optional<Duration> wait = asked.getSingleParameter("wait").flatMap(LoginView::seconds);
        wait.ifPresent(each -> form.setI18n(words(LoginBlocks.words(each))));
        form.setError(wait.isPresent() || asked.getParameters().containsKey("error"));
        String reason = asked.getParameters().containsKey(STALE)
                ? STALE
                : asked.getSingleParameter(ENDED).filter(REASONS::contains).orElse("");
        why.setVisible(!reason.isEmpty());
        why.setText(reason.isEmpty() ? "" : getTranslation("login.ended." + reason));
    }

    /**
     * From the address, so it is nobody's word: never longer than the product lets anybody wait.
     */
    private static Optional<Duration> seconds(String given) {
        try {
            long seconds = Math.max(1, Math.min(LoginBlocks.LONGEST.toSeconds(), Long.parseLong(given)));
            return Optional.of(Duration.ofSeconds(seconds));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title") + " · Lead Relay";
    }

    private LoginI18n words(String why) {
        LoginI18n words = LoginI18n.createDefault();
        LoginI18n.Form form = words.getForm();
        form.setTitle(getTranslation("login.title"));
        form.setUsername(getTranslation("login.login"));
        form.setPassword(getTranslation("login.password"));
        form.setSubmit(getTranslation("login.submit"));
        LoginI18n.ErrorMessage error = words.getErrorMessage();
        error.setTitle(getTranslation("login.wrong"));
        error.setMessage(why);
        error.setUsername(getTranslation("login.login.missing"));
        error.setPassword(getTranslation("login.password.missing"));
        return words;
    }

    private Div demoLogins(List<String> logins) {
        Div list = new Div(new Span(getTranslation("login.demo", DemoPeople.PASSWORD)));
        list.addClassName("lr-demo-logins");
        Div names = new Div();
        logins.forEach(each -> names.add(new Span(each)));
        list.add(names);
        return list;
    }
}
