/** What happened: events, the types they are declared with, and the decoding of just the fields that rules read. */
@NullMarked
package dev.anlass.engine.event;

import org.jspecify.annotations.NullMarked;
