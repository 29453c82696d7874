package org.hone.search.sampler.qmc;

import org.hone.search.sampler.Sampler;

class QmcSamplerTest implements QuasiRandomContract {
  @Override
  public Sampler sampler() {
    return new QmcSampler();
  }
}
