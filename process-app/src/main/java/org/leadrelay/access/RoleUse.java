package org.leadrelay.access;

import java.util.Optional;

/** Port: a feature says whether it names a role, which then cannot be removed. */
public interface RoleUse {

    /** In words, where the role is named; empty where it is not. */
    Optional<String> of(String role);
}
