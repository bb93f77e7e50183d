package dev.parley.container.arquillian;

import dev.parley.running.RunningParley;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.protocol.servlet5.ServletMethodExecutor;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * Lets Arquillian run tests inside the server that the build chose. Each deployment is a {@link RunningParley} of its own, so that the
 * servers are set up, started and stopped by the same scripts as for the tests from outside, and one adapter serves all three of them.
 */
public final class ParleyContainer implements DeployableContainer<ParleyContainer.Nothing> {
    private RunningParley parley;

    /** There is nothing to configure in {@code arquillian.xml}. */
    public static final class Nothing implements ContainerConfiguration {
        @Override
        public void validate() {
            // always right
        }
    }

    @Override
    public Class<Nothing> getConfigurationClass() {
        return Nothing.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        parley = RunningParley.start(export(archive), settings());
        HTTPContext http = new HTTPContext(parley.url().getHost(), parley.url().getPort());
        http.add(new Servlet(ServletMethodExecutor.ARQUILLIAN_SERVLET_NAME, "/"));
        return new ProtocolMetaData().addContext(http);
    }

    private static Path export(Archive<?> archive) throws DeploymentException {
        try {
            Path folder = Files.createDirectories(RunningParley.packed().resolveSibling("with-tests"));
            Path file = folder.resolve(archive.getName());
            archive.as(ZipExporter.class).exportTo(file.toFile(), true);
            return file;
        } catch (IOException e) {
            throw new DeploymentException("cannot write " + archive.getName(), e);
        }
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        // a lost connection is lost after 30 s; a test need not wait so long
        settings.put("PARLEY_CONNECTION_GRACE_SECONDS", "6");
        String rounds = System.getenv("PARLEY_RACE_ROUNDS");
        if (rounds != null) settings.put("PARLEY_RACE_ROUNDS", rounds);
        return settings;
    }

    @Override
    public void undeploy(Archive<?> archive) {
        parley.close();
    }
}
