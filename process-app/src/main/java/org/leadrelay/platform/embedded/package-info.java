/** The PostgreSQL 17 that the demo brings along, so that a JDK and Maven are enough. */
@NullMarked
package org.leadrelay.platform.embedded;

import org.jspecify.annotations.NullMarked;
