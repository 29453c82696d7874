"""Writes the Keras files of engine/src/test/resources/org/hone/engine/network/keras with Keras itself.

Made with Keras 3.15.1 on jax 0.10.2 (pip install keras jax). Every model has small random weights and is saved as .h5
and as .keras. Beside it in the .h5 file, under "check", stand three rows and what Keras predicts for them; KerasModelTest
compares. Files named "...-keras-2.h5" are the same models laid out as Keras 2 writes them.
"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "jax"

import h5py
import keras
import numpy
from keras import layers
from keras.src.saving import saving_lib

FOLDER = pathlib.Path(__file__).parents[2] / "engine/src/test/resources/org/hone/engine/network/keras"
RANDOM = numpy.random.default_rng(1)
CLASSES = 3


def answer(before):
    return layers.Dense(CLASSES, activation="softmax", name="classes")(before)


def images():
    """Same padding, strides, pooling, and a dense layer behind the flattened image."""
    return keras.Sequential(
        [
            keras.Input((7, 6, 2)),
            layers.Conv2D(3, 3, strides=2, padding="same", activation="relu", name="first"),
            layers.MaxPooling2D(2, strides=1, name="pool"),
            layers.Flatten(name="flat"),
            layers.Dropout(0.2, name="dropout"),
            layers.Dense(4, activation="tanh", name="hidden"),
            layers.Dense(CLASSES, name="classes"),
            layers.Activation("softmax", name="softmax"),
        ]
    )


def valid():
    """Valid padding, oblong and dilated kernels, average pooling over borders, norms before and behind the flattening."""
    return keras.Sequential(
        [
            keras.Input((9, 8, 2)),
            layers.Conv2D(4, (3, 2), use_bias=False, name="first"),
            layers.BatchNormalization(scale=False, name="norm"),
            layers.ReLU(name="relu"),
            layers.ZeroPadding2D(((1, 0), (2, 1)), name="border"),
            layers.Conv2D(3, 2, dilation_rate=2, activation="elu", name="second"),
            layers.AveragePooling2D((2, 3), padding="same", name="pool"),
            layers.Flatten(name="flat"),
            layers.BatchNormalization(name="flat-norm"),
            layers.LeakyReLU(negative_slope=0.1, name="leaky"),
            layers.Dense(CLASSES, activation="softmax", name="classes"),
        ]
    )


def pooled():
    """Separable and depthwise kernels, sizes that change, global pooling."""
    return keras.Sequential(
        [
            keras.Input((6, 5, 3)),
            layers.Conv2D(4, 1, name="first"),
            layers.BatchNormalization(name="norm"),
            layers.Activation("swish", name="swish"),
            layers.SpatialDropout2D(0.1, name="spatial"),
            layers.SeparableConv2D(5, 3, padding="same", depth_multiplier=2, activation="relu", name="separable"),
            layers.DepthwiseConv2D(3, depth_multiplier=2, name="depthwise"),
            layers.UpSampling2D((2, 1), name="larger"),
            layers.Cropping2D(((1, 0), (0, 1)), name="smaller"),
            layers.Dense(4, activation="relu", name="dense"),
            layers.GlobalAveragePooling2D(name="global"),
            layers.Dense(CLASSES, activation="softmax", name="classes"),
        ]
    )


def residual():
    """A shortcut, channels side by side, and flattened branches side by side."""
    image = keras.Input((6, 6, 2), name="image")
    first = layers.Conv2D(4, 3, padding="same", activation="relu", name="first")(image)
    branch = layers.Conv2D(4, 3, padding="same", name="branch")(first)
    added = layers.Activation("relu", name="relu")(layers.Add(name="add")([first, branch]))
    sides = layers.Concatenate(name="sides")([added, image])
    flat = layers.Flatten(name="flat")(layers.MaxPooling2D(3, name="pool")(sides))
    other = layers.Flatten(name="other-flat")(layers.Conv2D(2, 4, name="other")(added))
    rest = layers.GlobalMaxPooling2D(name="global")(sides)
    return keras.Model(image, answer(layers.Concatenate(name="all")([flat, rest, other])))


def lstm():
    """All steps, then the last one."""
    return keras.Sequential(
        [
            keras.Input((5, 3)),
            layers.LSTM(4, return_sequences=True, dropout=0.1, name="lower"),
            layers.LSTM(3, name="upper"),
            layers.BatchNormalization(name="norm"),
            layers.Dense(CLASSES, activation="softmax", name="classes"),
        ]
    )


def steps():
    """Convolutions over steps, pooling, and recurrent layers behind them."""
    sequence = keras.Input((8, 3), name="sequence")
    same = layers.Conv1D(4, 3, padding="same", activation="relu", name="same")(sequence)
    causal = layers.Conv1D(4, 2, padding="causal", name="causal")(same)
    dense = layers.TimeDistributed(layers.Dense(3, activation="tanh"), name="each")(causal)
    rnn = layers.SimpleRNN(3, use_bias=False, name="simple")(dense)
    short = layers.AveragePooling1D(3, strides=2, padding="same", name="average")(causal)
    less = layers.Conv1D(3, 2, strides=2, name="valid")(short)
    last = layers.LSTM(3, name="last")(layers.MaxPooling1D(1, name="most")(less))
    mean = layers.GlobalAveragePooling1D(name="mean")(layers.BatchNormalization(name="norm")(less))
    return keras.Model(sequence, answer(layers.Concatenate(name="all")([rnn, last, mean])))


def flat():
    """A flattened sequence."""
    return keras.Sequential(
        [
            keras.Input((7, 3)),
            layers.SpatialDropout1D(0.1, name="spatial"),
            layers.Conv1D(4, 3, strides=2, activation="relu", name="first"),
            layers.Dropout(0.1, name="dropout"),
            layers.LeakyReLU(name="leaky"),
            layers.Flatten(name="flat"),
            layers.BatchNormalization(name="norm"),
            layers.Dense(4, activation="selu", name="hidden"),
            layers.Dense(CLASSES, activation="softmax", name="classes"),
        ]
    )


def both():
    """Layers that read both ways, in all ways in which their directions meet."""
    sequence = keras.Input((6, 3), name="sequence")

    def bidirectional(name, mode, all_steps):
        return layers.Bidirectional(layers.LSTM(4, return_sequences=all_steps), merge_mode=mode, name=name)

    first = bidirectional("first", "concat", True)(sequence)
    second = bidirectional("second", "mul", True)(first)
    last = [bidirectional(mode, mode, False)(second) for mode in ["concat", "sum", "ave"]]
    return keras.Model(sequence, answer(layers.Concatenate(name="all")(last)))


def text_cnn():
    """Words, and windows of two widths over them."""
    text = keras.Input((7,), name="text")
    words = layers.Embedding(9, 4, name="words")(text)
    pooled = [
        layers.GlobalMaxPooling1D(name=f"most-{width}")(layers.Conv1D(3, width, padding="same", activation="relu", name=f"window-{width}")(words))
        for width in [2, 3]
    ]
    return keras.Model(text, answer(layers.Concatenate(name="all")(pooled)))


def text_lstm():
    """Words of texts of any length, without padding among these."""
    return keras.Sequential(
        [
            keras.Input((None,)),
            layers.Embedding(9, 4, mask_zero=True, name="words"),
            layers.Bidirectional(layers.LSTM(3), name="both"),
            layers.Dense(CLASSES, activation="softmax", name="classes"),
        ]
    )


def text_flat():
    """Words in a row."""
    return keras.Sequential(
        [
            keras.Input((7,)),
            layers.Embedding(9, 4, name="words"),
            layers.Flatten(name="flat"),
            layers.Dense(CLASSES, activation="softmax", name="classes"),
        ]
    )


def activations():
    """Every activation."""
    row = keras.Input((4,), name="row")
    names = ["relu", "relu6", "elu", "selu", "sigmoid", "tanh", "softmax", "softplus", "softsign", "swish"]
    parts = [layers.Dense(3, activation=name, name=name)(row) for name in names]
    parts.append(layers.ELU(alpha=0.5, name="elu-layer")(row))
    parts.append(layers.Softmax(name="softmax-layer")(row))
    parts.append(layers.ReLU(max_value=6.0, name="relu6-layer")(row))
    parts.append(layers.ReLU(negative_slope=0.3, name="leaky-layer")(row))
    parts.append(layers.Multiply(name="square")([row, row]))
    parts.append(layers.Maximum(name="most")([row, parts[-2]]))
    parts.append(layers.Average(name="mean")([row, parts[-1]]))
    parts.append(layers.Subtract(name="less")([row, parts[-3]]))
    inner = layers.Dense(4, name="inner")(row)
    parts += [layers.Activation("relu", name="left")(inner), layers.Activation("tanh", name="right")(inner), inner]
    return keras.Model(row, answer(layers.Concatenate(name="all")(parts)))


def trained():
    """Layers without names of their own, one of them frozen, with an optimizer's state beside them."""
    model = keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(5, activation="relu"),
            layers.BatchNormalization(center=False),
            layers.Dropout(0.2),
            layers.Dense(5, activation="tanh", use_bias=False, trainable=False),
            layers.BatchNormalization(),
            layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile("adam", "categorical_crossentropy")
    model.fit(RANDOM.normal(0, 1, (32, 4)), numpy.eye(CLASSES)[RANDOM.integers(0, CLASSES, 32)], verbose=0)
    return model


def alone(shape, *between):
    """A model of these layers, of a kind or a setting that is not read."""
    return keras.Sequential([keras.Input(shape), *between, layers.Dense(CLASSES, activation="softmax", name="classes")])


def shared():
    row = keras.Input((3,), name="row")
    twice = layers.Dense(3, name="twice")
    return keras.Model(row, answer(twice(twice(row))))


def two_inputs():
    rows = [keras.Input((2,), name="one"), keras.Input((2,), name="other")]
    return keras.Model(rows, answer(layers.Concatenate(name="all")(rows)))


REFUSED = {
    "gru": lambda: alone((5, 3), layers.GRU(4, name="gated")),
    "refused-channels": lambda: alone((2, 5, 5), layers.Conv2D(2, 3, data_format="channels_first", name="first"), layers.Flatten()),
    "refused-softmax": lambda: alone((5, 5, 2), layers.Conv2D(2, 3, activation="softmax", name="first"), layers.Flatten()),
    "refused-axis": lambda: alone((5, 5, 2), layers.BatchNormalization(axis=1, name="norm"), layers.Flatten()),
    "refused-gelu": lambda: alone((4,), layers.Dense(2, activation="gelu", name="first")),
    "refused-shared": shared,
    "refused-inputs": two_inputs,
    "refused-backwards": lambda: alone((5, 3), layers.LSTM(2, go_backwards=True, name="back")),
    "refused-open": lambda: keras.Sequential([keras.Input((None, 3)), layers.Conv1D(2, 2), layers.Flatten(name="flat")]),
    "refused-dropout": lambda: alone((5, 3), layers.SpatialDropout1D(0.1), layers.Flatten(name="flat")),
    "refused-image": lambda: alone((None, None, 3), layers.GlobalMaxPooling2D()),
    "refused-both": lambda: alone((6, 3), layers.MaxPooling1D(2), layers.Bidirectional(layers.LSTM(2), name="both")),
    "refused-inner": lambda: alone((4,), keras.Sequential([keras.Input((4,)), layers.Dense(2)], name="whole")),
}
MODELS = {
    "images": images,
    "valid": valid,
    "pooled": pooled,
    "residual": residual,
    "lstm": lstm,
    "steps": steps,
    "flat": flat,
    "both": both,
    "text-cnn": text_cnn,
    "text-lstm": text_lstm,
    "text-flat": text_flat,
    "activations": activations,
}
OLD = ["images", "residual", "both", "text-cnn"]


def randomise(model):
    """Biases and statistics too, which Keras begins with zeros and ones."""
    for variable in model.variables:
        spread = 1 / numpy.sqrt(max(1, numpy.prod(variable.shape[:-1])))
        values = RANDOM.normal(0, spread, variable.shape)
        variable.assign(numpy.abs(values) + 0.5 if "variance" in variable.path else values)


def rows_for(model):
    shape = [3] + [size or 6 for size in model.input_shape[1:]]
    words = any(isinstance(layer, layers.Embedding) for layer in model.layers)
    return RANDOM.integers(1, 9, shape).astype("float32") if words else RANDOM.normal(0, 1, shape).astype("float32")


def check(file, rows, predictions):
    file["check/rows"] = rows
    file["check/predictions"] = predictions


def old_config(config):
    """The configuration of a layer as Keras 2 writes it."""
    if isinstance(config, list):
        return [old_config(value) for value in config]
    if not isinstance(config, dict):
        return config
    if config.get("class_name") == "DTypePolicy":
        return config["config"]["name"]
    dropped = ["module", "registered_name", "build_config", "optional", "quantization_config"]
    old = {key: old_config(value) for key, value in config.items() if key not in dropped}
    if "batch_shape" in old:
        old["batch_input_shape"] = old.pop("batch_shape")
    return old


def old_tensors(argument):
    if isinstance(argument, list):
        return [tensor for part in argument for tensor in old_tensors(part)]
    return [argument["config"]["keras_history"] + [{}]]


def old_model(model):
    old = {"class_name": model["class_name"], "config": {"name": model["config"]["name"], "layers": []}}
    for layer in model["config"]["layers"]:
        described = old_config({key: layer[key] for key in ["class_name", "name", "config"] if key in layer})
        if "inbound_nodes" in layer:
            described["inbound_nodes"] = [old_tensors(node["args"]) for node in layer["inbound_nodes"]]
        old["config"]["layers"].append(described)
    for key in ["input_layers", "output_layers"]:
        if key in model["config"]:
            old["config"][key] = [model["config"][key]]
    return old


def write_old(name, rows, predictions):
    with h5py.File(FOLDER / f"{name}.h5") as new, h5py.File(FOLDER / f"{name}-keras-2.h5", "w") as old:
        description = old_model(json.loads(new.attrs["model_config"]))
        old.attrs["model_config"] = json.dumps(description).encode()
        old.attrs["keras_version"] = b"2.11.0"
        old.attrs["backend"] = b"tensorflow"
        for layer, group in new["model_weights"].items():
            own = old.create_group(f"model_weights/{layer}")
            weights = [path for path in group.attrs["weight_names"]]
            own.attrs["weight_names"] = numpy.array([f"{path}:0".encode() for path in weights])
            for path in weights:
                own.create_dataset(f"{path}:0", data=group[path][()])
        check(old, rows, predictions)


def save(name, make):
    model = make()
    randomise(model)
    rows = rows_for(model)
    predictions = model.predict(rows, verbose=0)
    model.save(FOLDER / f"{name}.h5")
    model.save(FOLDER / f"{name}.keras")
    with h5py.File(FOLDER / f"{name}.h5", "a") as file:
        check(file, rows, predictions)
    if name in OLD:
        write_old(name, rows, predictions)
    print(name, predictions[0])


def other_way_back():
    forward, back = layers.LSTM(2), layers.LSTM(2, activation="relu", go_backwards=True)
    return alone((5, 3), layers.Bidirectional(forward, backward_layer=back, name="both"))


def save_refused():
    """What was not refused from the beginning, or only a .keras file can have."""
    other_way_back().save(FOLDER / "refused-back.h5")
    quantized = alone((4,))
    quantized.quantize("int8")
    quantized.save(FOLDER / "refused-int8.keras")
    alone((4,), layers.Dense(2, dtype="bfloat16", name="first")).save(FOLDER / "refused-bfloat16.keras")
    saving_lib.save_model(alone((4,)), FOLDER / "refused-npz.keras", weights_format="npz")


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    keras.utils.set_random_seed(1)
    for name, make in MODELS.items():
        save(name, make)
    for name, make in REFUSED.items():
        make().save(FOLDER / f"{name}.h5")
    save("trained", trained)
    save_refused()


if __name__ == "__main__":
    main()
