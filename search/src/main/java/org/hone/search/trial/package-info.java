/** The one immutable read model of a study, which samplers, pruners, storages and reports share. */
@NullMarked
package org.hone.search.trial;

import org.jspecify.annotations.NullMarked;
