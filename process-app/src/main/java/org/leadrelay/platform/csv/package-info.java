/** CSV files as the product writes them, guarded against formula injection. */
@NullMarked
package org.leadrelay.platform.csv;

import org.jspecify.annotations.NullMarked;
