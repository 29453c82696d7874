"""Writes the Keras files of engine/src/test/resources/org/hone/engine/network, as Keras 2 lays them out.

Keras itself is not needed: python3-h5py and python3-numpy are. The weights are small round numbers, so that
KerasFileTest knows the predictions by hand.
"""

import json
import pathlib
import sys

import h5py
import numpy

FOLDER = pathlib.Path(__file__).parents[2] / "engine/src/test/resources/org/hone/engine/network"
HIDDEN = numpy.array([[1, 0], [0, 1], [1, 1]], dtype="float32")
HIDDEN_BIAS = numpy.array([0, -1], dtype="float32")
OUTPUT = numpy.array([[1, 0], [0, 2]], dtype="float32")
OUTPUT_BIAS = numpy.array([0.5, 0], dtype="float32")
WEIGHTS = {"hidden": (HIDDEN, HIDDEN_BIAS), "classes": (OUTPUT, OUTPUT_BIAS)}


def dense(name, units, activation, first=None):
    config = {
        "name": name,
        "trainable": True,
        "dtype": "float32",
        "units": units,
        "activation": activation,
        "use_bias": True,
        "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": None}},
        "bias_initializer": {"class_name": "Zeros", "config": {}},
        "kernel_regularizer": None,
        "bias_regularizer": None,
        "activity_regularizer": None,
        "kernel_constraint": None,
        "bias_constraint": None,
    }
    if first is not None:
        config["batch_input_shape"] = [None, first]
    return {"class_name": "Dense", "config": config}


def sequential():
    layers = [dense("hidden", 2, "relu", first=3), dense("classes", 2, "softmax")]
    return {"class_name": "Sequential", "config": {"name": "sequential", "layers": layers}}


def functional():
    columns = {
        "class_name": "InputLayer",
        "name": "columns",
        "config": {"name": "columns", "batch_input_shape": [None, 3], "dtype": "float32", "sparse": False},
        "inbound_nodes": [],
    }
    layers = [columns]
    for before, layer in [("columns", dense("hidden", 2, "relu")), ("hidden", dense("classes", 2, "softmax"))]:
        layer["name"] = layer["config"]["name"]
        layer["inbound_nodes"] = [[[before, 0, 0, {}]]]
        layers.append(layer)
    config = {
        "name": "model",
        "layers": layers,
        "input_layers": [["columns", 0, 0]],
        "output_layers": [["classes", 0, 0]],
    }
    return {"class_name": "Model", "config": config}


def unsupported():
    model = sequential()
    model["config"]["layers"][0]["class_name"] = "Dreaming"
    return model


def texts(words):
    return numpy.array([word.encode() for word in words])


def write(name, model, training=None, weights_of=WEIGHTS):
    with h5py.File(FOLDER / name, "w") as file:
        file.attrs["keras_version"] = b"2.4.0"
        file.attrs["backend"] = b"tensorflow"
        file.attrs["model_config"] = json.dumps(model).encode()
        if training is not None:
            file.attrs["training_config"] = json.dumps(training).encode()
        weights = file.create_group("model_weights")
        weights.attrs["keras_version"] = b"2.4.0"
        weights.attrs["backend"] = b"tensorflow"
        weights.attrs["layer_names"] = texts(WEIGHTS)
        for layer, (kernel, bias) in weights_of.items():
            group = weights.create_group(layer)
            names = [f"{layer}/kernel:0", f"{layer}/bias:0"]
            group.attrs["weight_names"] = texts(names)
            group.create_dataset(names[0], data=kernel)
            group.create_dataset(names[1], data=bias)


def numbers():
    """The ways in which HDF5 keeps arrays, for Hdf5Test."""
    values = numpy.arange(12, dtype="float32").reshape(3, 4)
    with h5py.File(FOLDER / "keras/numbers.h5", "w") as file:
        file.attrs["text"] = "a text"
        file.attrs["bytes"] = b"some bytes"
        file.attrs["number"] = 5
        group = file.create_group("within/deeper")
        group.attrs["text"] = "a deeper text"
        group["single"] = values
        group["double"] = values.astype("float64")
        group["half"] = values.astype("float16")
        group["big-endian"] = values.astype(">f4")
        group.create_dataset("chunked", data=values, chunks=(2, 2))
        group.create_dataset("compressed", data=values, chunks=(2, 2), compression="gzip", shuffle=True)
        group["whole"] = values.astype("int64")
        group.create_dataset("unwritten", (3, 4), "float32")
        group.create_dataset("huge", (100000, 100000), "float32")
        group["link"] = h5py.SoftLink("/within/deeper/single")
        group["elsewhere"] = h5py.ExternalLink("other.h5", "/single")
        file["within/again"] = h5py.SoftLink("/within/deeper")


def main():
    adam = {"class_name": "Adam", "config": {"name": "Adam", "learning_rate": 0.001}}
    compiled = {"optimizer_config": adam, "loss": "categorical_crossentropy", "metrics": ["accuracy"]}
    write("sequential.h5", sequential())
    write("compiled.h5", sequential(), compiled)
    write("functional.h5", functional())
    write("unsupported.h5", unsupported())
    write("missing.h5", sequential(), weights_of={"hidden": WEIGHTS["hidden"]})
    numbers()
    print("wrote to", FOLDER, file=sys.stderr)


if __name__ == "__main__":
    main()
