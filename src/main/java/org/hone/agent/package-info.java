/**
 * The agent: assembles a study, runs it to its end, and hands over the best model with a report.
 */
@NullMarked
package org.hone.agent;

import org.jspecify.annotations.NullMarked;
