package org.hone.engine.backend;

import java.util.List;
import org.hone.engine.replay.NativeCall;
import org.hone.engine.replay.Operand;
import org.hone.engine.replay.Recording;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.blas.CpuLevel3;

/** Products of matrices, which go past the executioner; noted where a recording is being made. */
final class RecordedBlas3 extends CpuLevel3 {

  @Override
  protected void sgemm(
      char order,
      char transA,
      char transB,
      int m,
      int n,
      int k,
      float alpha,
      INDArray a,
      int lda,
      INDArray b,
      int ldb,
      float beta,
      INDArray c,
      int ldc) {
    NativeCall.Action action =
        () -> super.sgemm(order, transA, transB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
    run(action);
    Recording.active()
        .ifPresent(
            recording -> {
              List<Object> function =
                  List.of("sgemm", transA, transB, m, n, k, alpha, lda, ldb, beta, ldc);
              List<Operand> inputs =
                  beta == 0 ? List.of(start(a), start(b)) : List.of(start(a), start(b), start(c));
              Operand result =
                  new Operand(
                      c.data().addressPointer().address(), "matrix", ldc == m ? 4L * m * n : 0);
              recording.keep(List.of(a, b, c));
              recording.add(NativeCall.pure(action, function, inputs, List.of(result)));
            });
  }

  /** Rows and columns are in the function. */
  private static Operand start(INDArray matrix) {
    return new Operand(matrix.data().addressPointer().address(), "matrix", 0);
  }

  private static void run(NativeCall.Action action) {
    try {
      action.run();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
