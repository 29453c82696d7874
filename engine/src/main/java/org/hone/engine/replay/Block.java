package org.hone.engine.replay;

/**
 * Memory that was allocated as one.
 *
 * @param outside known before the recording began, so that others may look at it
 */
record Block(long address, long bytes, boolean outside) {

  boolean isFilledBy(Operand operand) {
    return operand.address() == address && operand.bytes() == bytes;
  }
}
