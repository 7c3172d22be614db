package org.leadrelay.platform.embedded;

import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.CannotStart;

/** Exception of an embedded database that cannot be started; the message says why and what to do. */
final class EmbeddedServerFailed extends CannotStart {

    private static final long serialVersionUID = 1L;

    private static final String REMEDY = "Mend that, or use a PostgreSQL 17 of your own: set SPRING_DATASOURCE_URL.";

    EmbeddedServerFailed(String message) {
        this(message, null);
    }

    EmbeddedServerFailed(String message, @Nullable Throwable cause) {
        super(message, REMEDY, cause);
    }
}
