package org.hone.api.recipe;

import java.util.Optional;
import org.nd4j.linalg.activations.Activation;

/** One layer of a network that is written down layer by layer. */
public sealed interface LayerPlan
    permits LayerPlan.Dense,
        LayerPlan.Convolution,
        LayerPlan.Pooling,
        LayerPlan.GlobalPooling,
        LayerPlan.BatchNorm,
        LayerPlan.Dropout,
        LayerPlan.Lstm,
        LayerPlan.Embedding {
  /** The word for it, as in study files. */
  String word();

  /** What the cases say of this one. */
  <T> T match(Cases<T> cases);

  /**
   * What the layer makes of rows.
   *
   * @param form what enters it
   * @return what leaves it
   * @throws IllegalArgumentException if it cannot stand there
   */
  Form after(Form form);

  /** What runs through a network from layer to layer. */
  enum Form {
    /** Numbers of each row. */
    FLAT,
    /** Numbers of each place of an image. */
    PLACES,
    /** Numbers of each step. */
    STEPS,
    /** Numbers of each step, of which the last may stand for all. */
    MEMORY,
    /** Words. */
    WORDS;

    /** Whether there is something for each step. */
    public boolean isOfSteps() {
      return this == STEPS || this == MEMORY;
    }
  }

  /** Which of several numbers is kept. */
  enum Pool {
    /** The largest. */
    MAX,
    /** The mean. */
    MEAN
  }

  /** One answer for each layer there is. */
  interface Cases<T> {
    /** For a dense layer. */
    T dense(Dense dense);

    /** For a convolution. */
    T convolution(Convolution convolution);

    /** For pooling. */
    T pooling(Pooling pooling);

    /** For pooling over everything. */
    T globalPooling(GlobalPooling pooling);

    /** For batch norm. */
    T batchNorm(BatchNorm norm);

    /** For dropout. */
    T dropout(Dropout dropout);

    /** For a recurrent layer. */
    T lstm(Lstm lstm);

    /** For an embedding. */
    T embedding(Embedding embedding);
  }

  /**
   * A dense layer; an image enters it number by number, and of what a recurrent layer gives only
   * the last real step.
   *
   * @param activation that of the network if empty
   */
  record Dense(int units, Optional<Activation> activation) implements LayerPlan {
    public Dense {
      positive("dense", units);
    }

    @Override
    public String word() {
      return "dense";
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.dense(this);
    }

    @Override
    public Form after(Form form) {
      if (form == Form.STEPS || form == Form.WORDS) {
        throw misplaced(word(), form, "a global-pool or an lstm");
      }
      return Form.FLAT;
    }
  }

  /**
   * A convolution with same padding: over places, square; over steps, with stride 1.
   *
   * @param activation that of the network if empty
   */
  record Convolution(int filters, int kernel, int stride, Optional<Activation> activation)
      implements LayerPlan {
    public Convolution {
      positive("conv", filters);
      positive("kernel", kernel);
      positive("stride", stride);
    }

    @Override
    public String word() {
      return "conv";
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.convolution(this);
    }

    @Override
    public Form after(Form form) {
      if (form == Form.FLAT || form == Form.WORDS) {
        throw misplaced(word(), form, "an embedding (of words), or data of images or sequences");
      }
      if (form.isOfSteps() && stride > 1) {
        throw new IllegalArgumentException("conv over steps has stride 1, but stride=" + stride);
      }
      return form == Form.PLACES ? form : Form.STEPS;
    }
  }

  /** Square pooling of places. */
  record Pooling(Pool kind, int size, int stride) implements LayerPlan {
    public Pooling {
      positive("size", size);
      positive("stride", stride);
    }

    @Override
    public String word() {
      return "pool";
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.pooling(this);
    }

    @Override
    public Form after(Form form) {
      if (form != Form.PLACES) {
        throw misplaced(word(), form, "images; of steps there is global-pool");
      }
      return form;
    }
  }

  /** Pooling over all places, or all real steps. */
  record GlobalPooling(Pool kind) implements LayerPlan {
    @Override
    public String word() {
      return "global-pool";
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.globalPooling(this);
    }

    @Override
    public Form after(Form form) {
      if (form == Form.FLAT || form == Form.WORDS) {
        throw misplaced(word(), form, "places or steps");
      }
      return Form.FLAT;
    }
  }

  /** Batch norm. */
  record BatchNorm() implements LayerPlan {
    @Override
    public String word() {
      return "batch-norm";
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.batchNorm(this);
    }

    @Override
    public Form after(Form form) {
      if (form != Form.FLAT && form != Form.PLACES) {
        throw misplaced(word(), form, "numbers of rows, or of places of images");
      }
      return form;
    }
  }

  /**
   * Dropout of what enters the next layer with weights.
   *
   * @param rate probability of being dropped, in [0, 1)
   */
  record Dropout(double rate) implements LayerPlan {
    public Dropout {
      if (!(rate >= 0 && rate < 1)) {
        throw new IllegalArgumentException("dropout needs 0 <= rate < 1, but rate=" + rate);
      }
    }

    @Override
    public String word() {
      return "dropout";
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.dropout(this);
    }

    @Override
    public Form after(Form form) {
      if (form == Form.WORDS || form == Form.STEPS) {
        throw misplaced(word(), form, "a global-pool or an lstm");
      }
      return form;
    }
  }

  /** A layer of long short-term memory, of so many units in each direction. */
  record Lstm(int units, boolean bidirectional, Activation activation) implements LayerPlan {
    public Lstm {
      positive("lstm", units);
    }

    @Override
    public String word() {
      return "lstm";
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.lstm(this);
    }

    @Override
    public Form after(Form form) {
      if (!form.isOfSteps()) {
        throw misplaced(word(), form, "an embedding (of words), or data of sequences");
      }
      return Form.MEMORY;
    }
  }

  /** Numbers for each word, learnt. */
  record Embedding(int size) implements LayerPlan {
    public Embedding {
      positive("embedding", size);
    }

    @Override
    public String word() {
      return "embedding";
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.embedding(this);
    }

    @Override
    public Form after(Form form) {
      if (form != Form.WORDS) {
        throw misplaced(word(), form, "words: it is the first layer of a network for texts");
      }
      return Form.STEPS;
    }
  }

  private static IllegalArgumentException misplaced(String word, Form form, String needed) {
    String seen =
        switch (form) {
          case FLAT -> "numbers of each row";
          case PLACES -> "numbers of each place of an image";
          case STEPS, MEMORY -> "numbers of each step";
          case WORDS -> "words";
        };
    return new IllegalArgumentException(
        "%s cannot stand behind %s; needed before it: %s".formatted(word, seen, needed));
  }

  private static void positive(String what, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("%s needs 1 or more, but has %d".formatted(what, size));
    }
  }
}
