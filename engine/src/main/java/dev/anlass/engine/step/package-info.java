/** The front door: a program, a customer's state and an input give the next state and the effects. */
@NullMarked
package dev.anlass.engine.step;

import org.jspecify.annotations.NullMarked;
