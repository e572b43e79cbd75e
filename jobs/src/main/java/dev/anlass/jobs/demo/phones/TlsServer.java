package dev.anlass.jobs.demo.phones;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A server on this machine, over TLS with HTTP/2 or HTTP/1.1. A request that is never answered costs it no thread. */
final class TlsServer implements AutoCloseable {

    static final int MOST_BODY_BYTES = 256 * 1024;
    private static final int MOST_STREAMS = 1_000;
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final int ATTEMPTS = 100;

    private final SslContext tls;
    private final EventLoopGroup threads;
    private final Answering answering;
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final int port;
    private boolean listens;

    /** What a server says to a request. */
    interface Answering {

        /** Null if it says nothing, ever. */
        Call.@Nullable Reply answer(Call call);
    }

    TlsServer(LocalCertificates certificates, EventLoopGroup threads, Answering answering) throws IOException {
        this.threads = threads;
        this.answering = answering;
        tls = tls(certificates);
        port = listenAnywhere();
    }

    /** Below the ports that outgoing connections are given: while nobody listens there, no one else takes it. */
    private int listenAnywhere() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            if (isListening(candidate)) {
                return candidate;
            }
        }
        throw new IOException("no port of this machine is free between " + LOWEST_PORT + " and " + HIGHEST_PORT);
    }

    private static SslContext tls(LocalCertificates certificates) throws SSLException {
        return SslContextBuilder.forServer(
                        certificates.key(), certificates.chain().toArray(X509Certificate[]::new))
                .sslProvider(SslProvider.JDK)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        ApplicationProtocolNames.HTTP_2,
                        ApplicationProtocolNames.HTTP_1_1))
                .build();
    }

    private boolean isListening(int wanted) {
        Channel channel = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        open.add(connection);
                        connection.pipeline().addLast(tls.newHandler(connection.alloc()), new Negotiation());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted))
                .awaitUninterruptibly()
                .channel();
        listens = channel.isActive();
        if (listens) {
            open.add(channel);
        }
        return listens;
    }

    String address() {
        return "https://localhost:" + port;
    }

    /** Listens again where it listened, or hangs up and refuses connections. */
    synchronized void listen(boolean listening) throws IOException {
        if (listening && !listens) {
            listenAgain();
        } else if (!listening && listens) {
            close();
        }
    }

    /** The old socket is let go by its thread, not at once when it is closed. */
    private void listenAgain() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (isListening(port)) {
                return;
            }
        }
        throw new IOException("cannot listen on port " + port + " of this machine any more");
    }

    @Override
    public synchronized void close() {
        open.close().awaitUninterruptibly();
        listens = false;
    }

    /** Both protocols end in the same requests. */
    private final class Negotiation extends ApplicationProtocolNegotiationHandler {

        Negotiation() {
            super(ApplicationProtocolNames.HTTP_1_1);
        }

        @Override
        protected void configurePipeline(ChannelHandlerContext context, String protocol) {
            if (ApplicationProtocolNames.HTTP_2.equals(protocol)) {
                context.pipeline()
                        .addLast(
                                Http2FrameCodecBuilder.forServer()
                                        .initialSettings(
                                                Http2Settings.defaultSettings().maxConcurrentStreams(MOST_STREAMS))
                                        .build(),
                                new Http2MultiplexHandler(new StreamPipeline()));
            } else {
                context.pipeline()
                        .addLast(
                                new HttpServerCodec(),
                                new HttpObjectAggregator(MOST_BODY_BYTES),
                                new CallHandler(answering));
            }
        }
    }

    /** One request and its answer. */
    private final class StreamPipeline extends ChannelInitializer<Channel> {

        @Override
        protected void initChannel(Channel stream) {
            stream.pipeline()
                    .addLast(
                            new Http2StreamFrameToHttpObjectCodec(true),
                            new HttpObjectAggregator(MOST_BODY_BYTES),
                            new CallHandler(answering));
        }
    }
}
