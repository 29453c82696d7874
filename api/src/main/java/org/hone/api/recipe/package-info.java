/**
 * What a training is made of: a value that techniques change, and the roles they play while it
 * runs.
 */
@NullMarked
package org.hone.api.recipe;

import org.jspecify.annotations.NullMarked;
