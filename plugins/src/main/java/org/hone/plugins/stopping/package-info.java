/** When a training ends before its budget. */
@NullMarked
package org.hone.plugins.stopping;

import org.jspecify.annotations.NullMarked;
