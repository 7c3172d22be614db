/** Validation gate for models and tables: a parser that fetches nothing, rules on its tree, findings by element. */
@NullMarked
package org.leadrelay.redesign.gate;

import org.jspecify.annotations.NullMarked;
