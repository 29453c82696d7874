/** Techniques that choose the activation of hidden layers. */
@NullMarked
package org.hone.plugins.activation;

import org.jspecify.annotations.NullMarked;
