/** The same document as a page, as text and as data. */
@NullMarked
package org.hone.reports.render;

import org.jspecify.annotations.NullMarked;
