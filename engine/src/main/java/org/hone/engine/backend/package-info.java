/** The native library that computes, and what it computes on. */
@NullMarked
package org.hone.engine.backend;

import org.jspecify.annotations.NullMarked;
