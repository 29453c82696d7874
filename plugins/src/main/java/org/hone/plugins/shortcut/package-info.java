/** Techniques that lead around blocks of a network. */
@NullMarked
package org.hone.plugins.shortcut;

import org.jspecify.annotations.NullMarked;
