/** Tests of what is delivered: the packaged jar, the parts it is made of, the images beside it. */
@NullMarked
package org.leadrelay.delivery;

import org.jspecify.annotations.NullMarked;
