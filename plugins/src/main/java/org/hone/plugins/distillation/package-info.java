/** Techniques that learn from a teacher. */
@NullMarked
package org.hone.plugins.distillation;

import org.jspecify.annotations.NullMarked;
