/** Verification of the whole log as a job, one at a time, with progress and what was found. */
@NullMarked
package org.leadrelay.audit.verification;

import org.jspecify.annotations.NullMarked;
