/** The charter (service level agreement) that both sides signed, version by version. */
@NullMarked
package org.leadrelay.charter;

import org.jspecify.annotations.NullMarked;
