package dev.anlass.benchmarks.throughput;

/** An event of the limit job: the envelope and the few fields that a job would use. Text that is missing is empty. */
final class LimitEvent {

    String id = "";
    String source = "";
    String type = "";
    String customer = "";
    String product = "";
    String category = "";
    long time;
    double amount;
    double latitude;
    double longitude;
}
