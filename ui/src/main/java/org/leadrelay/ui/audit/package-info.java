/** The auditor's pages: lines of the log searched, the log verified, a lead's record. */
@NullMarked
package org.leadrelay.ui.audit;

import org.jspecify.annotations.NullMarked;
