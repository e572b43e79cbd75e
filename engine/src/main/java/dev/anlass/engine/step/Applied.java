package dev.anlass.engine.step;

import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.Remembered;

/** A remembered event and the facts right after it. */
record Applied(Remembered remembered, Facts after) {}
