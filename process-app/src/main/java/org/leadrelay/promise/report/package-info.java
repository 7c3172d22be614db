/** Reports on promises: lists, sums, and whose minutes they were. */
@NullMarked
package org.leadrelay.promise.report;

import org.jspecify.annotations.NullMarked;
