package org.hone.search.sampler.qmc;

import org.hone.search.sampler.Sampler;

class HaltonSamplerTest implements QuasiRandomContract {
  @Override
  public Sampler sampler() {
    return new HaltonSampler();
  }
}
