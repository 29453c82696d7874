package org.hone.planted.plugins;

import org.hone.planted.engine.Quiet;

/** A technique talks to the engine. */
record Neighbour(Quiet other) {}
