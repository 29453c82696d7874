/** The training loop: batch, gradient stages, optimizer, weight rules, evaluation. */
@NullMarked
package org.hone.engine.training;

import org.jspecify.annotations.NullMarked;
