/** Scenarios, the specification by example: their files, their runner, and its report. */
@NullMarked
package dev.anlass.engine.scenario;

import org.jspecify.annotations.NullMarked;
