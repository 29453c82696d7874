/** Plug-ins, compiled as they are needed. */
@NullMarked
package org.hone.extension;

import org.jspecify.annotations.NullMarked;
