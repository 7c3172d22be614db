/** The embedded PostgreSQL 17 of the demo, so that a JDK and Maven are enough. */
@NullMarked
package org.leadrelay.platform.embedded;

import org.jspecify.annotations.NullMarked;
