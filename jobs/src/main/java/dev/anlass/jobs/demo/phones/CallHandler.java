package dev.anlass.jobs.demo.phones;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Hands a request to the server and writes what it says. */
final class CallHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private final TlsServer.Answering answering;

    CallHandler(TlsServer.Answering answering) {
        this.answering = answering;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // who does not listen any more needs no answer
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        Call.Reply reply = answering.answer(new Call(
                request.method().name(), request.uri(), request.headers(), ByteBufUtil.getBytes(request.content())));
        if (reply != null) {
            context.writeAndFlush(response(reply));
        }
    }

    private static FullHttpResponse response(Call.Reply reply) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(reply.status()),
                Unpooled.copiedBuffer(reply.body(), StandardCharsets.UTF_8));
        reply.headers().forEach((name, value) -> response.headers().set(name, value));
        response.headers()
                .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        return response;
    }

    /** Connections break; that is what tests of this are about. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
