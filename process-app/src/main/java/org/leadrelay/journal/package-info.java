/** The write side of the journey log: append-only, hash-chained lines about each lead. */
@NullMarked
package org.leadrelay.journal;

import org.jspecify.annotations.NullMarked;
