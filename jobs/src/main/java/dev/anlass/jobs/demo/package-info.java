/** A complete run on one machine: embedded broker, invented customers, bundled rules. */
@NullMarked
package dev.anlass.jobs.demo;

import org.jspecify.annotations.NullMarked;
