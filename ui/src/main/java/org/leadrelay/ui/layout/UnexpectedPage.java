package org.leadrelay.ui.layout;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;
import org.leadrelay.access.SessionExpired;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.ProductException;

/** Error page of an unexpected failure, with its id, or of a refusal in its own words. */
@ParentLayout(MainLayout.class)
@PermitAll
class UnexpectedPage extends ErrorPage implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        SessionExpired over = Failures.endWithin(parameter.getException());
        if (over != null) {
            event.getUI().getPage().setLocation(LoginView.address(over.why()));
            return HttpStatusCode.UNAUTHORIZED.getCode();
        }
        ProductException refusal = Failures.refusalWithin(parameter.getException());
        if (refusal instanceof NotFound) {
            text(getTranslation("error.not-found"), refusal.detail());
            return HttpStatusCode.NOT_FOUND.getCode();
        }
        if (refusal instanceof Forbidden) {
            text(getTranslation("error.forbidden"), refusal.detail());
            return HttpStatusCode.FORBIDDEN.getCode();
        }
        if (refusal != null) {
            text(refusal.title(), refusal.detail());
            return HttpStatusCode.BAD_REQUEST.getCode();
        }
        String id = Failures.logged(parameter.getException());
        text(getTranslation("failure.title"), getTranslation("failure.text", id));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
