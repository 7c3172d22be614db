/** The journey log: what happened to each lead, provable line by line. */
@NullMarked
package org.leadrelay.audit;

import org.jspecify.annotations.NullMarked;
