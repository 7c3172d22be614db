/** What demo mode adds: people, leads to look at, and a word of welcome. */
@NullMarked
package org.leadrelay.demo;

import org.jspecify.annotations.NullMarked;
