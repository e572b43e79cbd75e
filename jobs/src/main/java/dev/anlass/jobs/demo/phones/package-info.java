/** Stands for the providers and the telephones behind them: local servers that speak the protocols, and check them strictly. */
@NullMarked
package dev.anlass.jobs.demo.phones;

import org.jspecify.annotations.NullMarked;
