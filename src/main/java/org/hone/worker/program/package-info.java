/**
 * Trials that a program of the user's runs: it is started by its command line and talks JSON lines
 * on its standard input and output.
 */
@NullMarked
package org.hone.worker.program;

import org.jspecify.annotations.NullMarked;
