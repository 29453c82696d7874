/**
 * What a trial's reports tell of the value it will end with, learnt from the study's own curves.
 */
@NullMarked
package org.hone.search.curve;

import org.jspecify.annotations.NullMarked;
