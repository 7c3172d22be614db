/** Assignment of sales-ready leads to reps: capacity, absence, skills, choice. */
@NullMarked
package org.leadrelay.assignment;

import org.jspecify.annotations.NullMarked;
