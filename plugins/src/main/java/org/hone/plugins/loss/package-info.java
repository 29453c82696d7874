/** What is asked of predictions while training. */
@NullMarked
package org.hone.plugins.loss;

import org.jspecify.annotations.NullMarked;
