/** The command line. */
@NullMarked
package org.hone.cli;

import org.jspecify.annotations.NullMarked;
