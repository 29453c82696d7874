/** Training rows that were never seen. */
@NullMarked
package org.hone.plugins.augmentation;

import org.jspecify.annotations.NullMarked;
