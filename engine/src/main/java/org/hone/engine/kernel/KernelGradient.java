package org.hone.engine.kernel;

import java.util.Arrays;
import org.hone.engine.kernel.Product.Matrix;

/**
 * Gradient of a convolution's kernels and biases alone, for strides and dilations of 1: for each
 * image the product of the errors with the patches of the image under the kernel (Chellapilla,
 * Puri, Simard 2006), one row of which is a piece of the padded image, copied at once. A last patch
 * of ones gives the biases.
 *
 * @see <a href="https://inria.hal.science/inria-00112631">High performance convolutional neural
 *     networks for document processing, section 3.1</a>
 */
final class KernelGradient {
  private final int kernelHeight;
  private final int kernelWidth;
  private final int top;
  private final int left;

  /** Distance of rows in the padded image, and in the errors that are padded alike. */
  private final int rowDistance;

  /** Elements of a patch row: all rows of the output, padded. */
  private final int length;

  private final float[] plane;
  private final float[] padded;
  private final float[] errors;
  private final float[] paddedErrors;
  private final int patchRows;
  private final NativeFloats patches;
  private final NativeFloats deltas;
  private final NativeFloats gradient;

  /**
   * @param images whose sizes count, and that have so many channels
   * @param errorsOf the outputs' errors
   * @param pad rows above and columns to the left of the image that count as zeros
   */
  KernelGradient(
      ImageBatch images, ImageBatch errorsOf, int kernelHeight, int kernelWidth, int[] pad) {
    this.kernelHeight = kernelHeight;
    this.kernelWidth = kernelWidth;
    top = pad[0];
    left = pad[1];
    rowDistance = errorsOf.width() + kernelWidth - 1;
    length = errorsOf.height() * rowDistance;
    plane = new float[images.plane()];
    // the last patches end kernelWidth - 1 elements behind the last row
    padded = new float[(errorsOf.height() + kernelHeight - 1) * rowDistance + kernelWidth - 1];
    errors = new float[errorsOf.plane()];
    paddedErrors = new float[length];
    patchRows = images.channels() * kernelHeight * kernelWidth + 1;
    patches = NativeFloats.allocate(patchRows * length);
    deltas = NativeFloats.allocate(errorsOf.channels() * length);
    gradient = NativeFloats.allocate(patchRows * errorsOf.channels());
    float[] ones = new float[length];
    Arrays.fill(ones, 1);
    patches.put((patchRows - 1) * length, ones, length);
  }

  /** Writes the gradient of kernels, [outputs, channels, height, width], and of biases. */
  void compute(ImageBatch images, ImageBatch errorsOf, NativeFloats kernels, NativeFloats biases) {
    // a third faster than the other way round
    Product product = new Product(errorsOf.channels(), patchRows, length);
    for (int image = 0; image < images.images(); image++) {
      for (int channel = 0; channel < images.channels(); channel++) {
        readPatches(images, image, channel);
      }
      for (int output = 0; output < errorsOf.channels(); output++) {
        readErrors(errorsOf, image, output);
      }
      product.ofFirstTransposed(
          new Matrix(deltas.at(0), length),
          new Matrix(patches.at(0), length),
          image > 0,
          new Matrix(gradient.at(0), errorsOf.channels()));
    }
    write(kernels, biases, errorsOf.channels());
  }

  private void readPatches(ImageBatch images, int image, int channel) {
    images.get(image, channel, plane);
    int width = images.width();
    for (int row = 0; row < images.height(); row++) {
      int to = (row + top) * rowDistance + left;
      if (to + width <= padded.length) {
        System.arraycopy(plane, row * width, padded, to, width);
      }
    }
    for (int row = 0; row < kernelHeight; row++) {
      for (int column = 0; column < kernelWidth; column++) {
        int patch = (channel * kernelHeight + row) * kernelWidth + column;
        patches.put(patch * length, padded, row * rowDistance + column, length);
      }
    }
  }

  private void readErrors(ImageBatch errorsOf, int image, int output) {
    errorsOf.get(image, output, errors);
    int width = errorsOf.width();
    for (int row = 0; row < errorsOf.height(); row++) {
      System.arraycopy(errors, row * width, paddedErrors, row * rowDistance, width);
    }
    deltas.put(output * length, paddedErrors, length);
  }

  private void write(NativeFloats kernels, NativeFloats biases, int outputs) {
    float[] all = gradient.all();
    float[] ofKernels = new float[outputs * (patchRows - 1)];
    float[] ofBiases = new float[outputs];
    for (int output = 0; output < outputs; output++) {
      for (int patch = 0; patch < patchRows - 1; patch++) {
        ofKernels[output * (patchRows - 1) + patch] = all[patch * outputs + output];
      }
      ofBiases[output] = all[(patchRows - 1) * outputs + output];
    }
    kernels.putAll(ofKernels);
    biases.putAll(ofBiases);
  }
}
