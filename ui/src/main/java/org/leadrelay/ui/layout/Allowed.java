package org.leadrelay.ui.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.leadrelay.access.Permission;

/** Authorization of a view: any of these permissions opens it, and shows its place in the rail. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Allowed {

    /** At least one. */
    Permission[] value();
}
