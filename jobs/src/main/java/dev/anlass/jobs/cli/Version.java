package dev.anlass.jobs.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar says it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"anlass " + (version == null ? "development" : version)};
    }
}
