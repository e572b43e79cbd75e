/**
 * A generated day in a city: invented customers who browse, walk, buy and bank.
 *
 * <p>{@link dev.anlass.jobs.demo.city.CityDay} is the way in. Nothing of it is recorded; a seed decides everything, and
 * the same seed gives the same bytes on every Java.
 */
@NullMarked
package dev.anlass.jobs.demo.city;

import org.jspecify.annotations.NullMarked;
