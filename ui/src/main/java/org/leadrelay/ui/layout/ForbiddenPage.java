package org.leadrelay.ui.layout;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;

/** Error page of a view that the person may not open. */
@ParentLayout(MainLayout.class)
@PermitAll
class ForbiddenPage extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        text(getTranslation("error.forbidden"), getTranslation("error.forbidden.why"));
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}
