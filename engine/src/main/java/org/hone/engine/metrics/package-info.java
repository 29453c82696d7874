/** What is measured: figures of merit of predictions, and the meters of one training. */
@NullMarked
package org.hone.engine.metrics;

import org.jspecify.annotations.NullMarked;
