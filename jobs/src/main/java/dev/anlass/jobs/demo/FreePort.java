package dev.anlass.jobs.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of this machine that nobody listens to. */
final class FreePort {

    private FreePort() {}

    /** The first free one from a port on, of so many; any other if none of them is free. */
    static int from(int first, int candidates) throws IOException {
        for (int port = first; port < first + candidates; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
