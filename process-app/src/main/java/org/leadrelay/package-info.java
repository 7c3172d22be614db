@NullMarked
package org.leadrelay;

import org.jspecify.annotations.NullMarked;
