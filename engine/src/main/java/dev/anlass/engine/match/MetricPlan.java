package dev.anlass.engine.match;

import dev.anlass.engine.rule.Metric;

/** A metric with the need of its purpose looked up. */
record MetricPlan(Metric metric, Need need) {}
