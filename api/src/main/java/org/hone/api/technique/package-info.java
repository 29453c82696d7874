/** What a technique author implements, and how techniques are found and checked. */
@NullMarked
package org.hone.api.technique;

import org.jspecify.annotations.NullMarked;
