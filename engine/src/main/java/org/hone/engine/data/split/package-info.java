/** Which rows train, validate and test: stratified, by group, by time, in folds. */
@NullMarked
package org.hone.engine.data.split;

import org.jspecify.annotations.NullMarked;
