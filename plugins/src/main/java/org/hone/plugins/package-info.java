/** What techniques of several families share. */
@NullMarked
package org.hone.plugins;

import org.jspecify.annotations.NullMarked;
