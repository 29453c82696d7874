package org.hone.search.pruner;

import org.hone.search.testkit.PrunerContract;

class NopPrunerTest implements PrunerContract {
  @Override
  public Pruner pruner() {
    return new NopPruner();
  }
}
