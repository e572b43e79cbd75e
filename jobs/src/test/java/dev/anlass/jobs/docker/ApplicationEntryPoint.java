package dev.anlass.jobs.docker;

import java.nio.file.Path;
import org.apache.flink.client.deployment.application.ApplicationClusterEntryPoint;
import org.apache.flink.client.program.DefaultPackagedProgramRetriever;
import org.apache.flink.client.program.PackagedProgram;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.entrypoint.ClusterEntrypoint;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;

/**
 * What {@code standalone-job} starts in the Flink image: a JobManager that runs the main method of a job.
 *
 * <p>The original is in Flink's distribution only, which no repository of libraries has.
 */
final class ApplicationEntryPoint extends ApplicationClusterEntryPoint {

    private ApplicationEntryPoint(Configuration configuration, PackagedProgram program) {
        super(configuration, program, StandaloneResourceManagerFactory.getInstance());
    }

    /** @param arguments directory of the configuration, directory of the job's jars, main class */
    public static void main(String[] arguments) throws Exception {
        Configuration configuration = GlobalConfiguration.loadConfiguration(arguments[0]);
        PackagedProgram program = DefaultPackagedProgramRetriever.create(
                        Path.of(arguments[1]).toFile(), arguments[2], new String[0], configuration)
                .getPackagedProgram();
        configureExecution(configuration, program);
        ClusterEntrypoint.runClusterEntrypoint(new ApplicationEntryPoint(configuration, program));
    }
}
