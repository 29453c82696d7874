/** What the report says, in order, as blocks that any renderer can show: one class per section. */
@NullMarked
package org.hone.reports.section;

import org.jspecify.annotations.NullMarked;
