/** The push job on Flink: what it reads, keeps and hands over. */
@NullMarked
package dev.anlass.jobs.push.stream;

import org.jspecify.annotations.NullMarked;
