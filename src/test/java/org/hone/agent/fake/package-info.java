/** A make-believe engine, make-believe techniques, and a small study to try them in. */
@NullMarked
package org.hone.agent.fake;

import org.jspecify.annotations.NullMarked;
