package org.leadrelay.ui.layout;

import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.security.Principal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.Forbidden;
import org.springframework.stereotype.Component;

/**
 * Navigation access check that knows {@link Allowed}, by the permissions of now; Vaadin's own
 * annotations mean what they mean, and a view without any is closed to everybody.
 */
@Component
class ViewPermissions extends AccessAnnotationChecker {

    private static final long serialVersionUID = 1L;

    private final transient CurrentPerson person;

    ViewPermissions(CurrentPerson person) {
        this.person = person;
    }

    @Override
    public boolean hasAccess(Class<?> view, @Nullable Principal principal, Function<String, Boolean> roleChecker) {
        Allowed allowed = view.getAnnotation(Allowed.class);
        if (allowed == null) {
            return super.hasAccess(view, principal, roleChecker);
        }
        return principal != null && mayAny(allowed.value());
    }

    /** Where nobody is logged in, the current person would be the product itself. */
    private boolean mayAny(Permission... anyOf) {
        try {
            Actor actor = person.get();
            return !actor.isProduct() && actor.mayAny(anyOf);
        } catch (Forbidden deactivated) {
            return false;
        }
    }
}
