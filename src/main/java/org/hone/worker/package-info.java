/** Where trials run. */
@NullMarked
package org.hone.worker;

import org.jspecify.annotations.NullMarked;
