/** A class that Deeplearning4j looks for where it no longer is. */
package org.nd4j.nativeblas;
