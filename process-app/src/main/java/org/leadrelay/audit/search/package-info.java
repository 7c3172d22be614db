/** Search over the lines of the journey log for auditors: by kind, person, place, reason, promise and time. */
@NullMarked
package org.leadrelay.audit.search;

import org.jspecify.annotations.NullMarked;
