/** What is learnt, and the engine that learns it. */
@NullMarked
package org.hone.api.training;

import org.jspecify.annotations.NullMarked;
