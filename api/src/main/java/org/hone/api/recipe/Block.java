package org.hone.api.recipe;

import java.util.List;

/**
 * A stretch of a network whose output has the shape of its input, so that both can be merged.
 *
 * @param sites its layers with weights, first to last
 * @param index from 0, counted from the input
 * @param count how many blocks the network has
 */
public record Block(List<Site> sites, int index, int count) {
  public Block {
    sites = List.copyOf(sites);
  }
}
