/**
 * Contracts of this module's interfaces, and fakes that keep them, for whoever implements or uses
 * the interfaces.
 */
@NullMarked
package org.hone.api.testkit;

import org.jspecify.annotations.NullMarked;
