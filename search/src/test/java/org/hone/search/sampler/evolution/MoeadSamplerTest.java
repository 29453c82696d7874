package org.hone.search.sampler.evolution;

import org.hone.search.sampler.Sampler;

class MoeadSamplerTest implements EvolutionContract {
  @Override
  public Sampler sampler() {
    return new MoeadSampler();
  }
}
