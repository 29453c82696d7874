/** Learning rates over the course of a training. */
@NullMarked
package org.hone.plugins.schedule;

import org.jspecify.annotations.NullMarked;
