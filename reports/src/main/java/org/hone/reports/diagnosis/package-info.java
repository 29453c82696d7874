/** What is wrong with the training that is there: a few rules over the baseline's curves. */
@NullMarked
package org.hone.reports.diagnosis;

import org.jspecify.annotations.NullMarked;
