/**
 * The training loop: batch, gradient stages, optimizer, weight rules, evaluation, and the
 * checkpoints from which an interrupted training goes on.
 */
@NullMarked
package org.hone.engine.training;

import org.jspecify.annotations.NullMarked;
