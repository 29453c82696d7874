/** What the trials say: pure functions of the study and its confirmation. */
@NullMarked
package org.hone.reports.analysis;

import org.jspecify.annotations.NullMarked;
