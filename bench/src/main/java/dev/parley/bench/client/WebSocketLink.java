package dev.parley.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One WebSocket of subprotocol {@code parley.v1}: text in, text out. Everything happens on the loop's thread. */
public final class WebSocketLink {
    /** The code {@link Listener#closed} gives when the connection ended without a close frame. */
    public static final int WITHOUT_CODE = 1006;

    private static final int LARGEST_FRAME = 1 << 20;

    private final Channel channel;

    private WebSocketLink(Channel channel) {
        this.channel = channel;
    }

    /** Hears what comes; {@link #closed} is called exactly once and last. */
    public interface Listener {
        void text(String text);

        void closed(int code, String reason);
    }

    /**
     * Opens a socket, without an {@code Origin} as no browser is at work; the future fails if the handshake is refused, and then the listener hears nothing.
     *
     * @param address such as {@code http://127.0.0.1:8080/ws/visitor}
     */
    public static CompletableFuture<WebSocketLink> open(Loop loop, URI address, Listener listener) {
        URI socket = URI.create(address.toString().replaceFirst("^http", "ws"));
        CompletableFuture<WebSocketLink> opened = new CompletableFuture<>();
        new Bootstrap()
                .group(loop.group())
                .channel(loop.channel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 10_000)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec(), new HttpObjectAggregator(65_536))
                                .addLast(new WebSocketClientProtocolHandler(
                                        WebSocketClientHandshakerFactory.newHandshaker(
                                                socket,
                                                WebSocketVersion.V13,
                                                "parley.v1",
                                                false,
                                                new DefaultHttpHeaders(),
                                                LARGEST_FRAME,
                                                true,
                                                false,
                                                10_000,
                                                false,
                                                false),
                                        false,
                                        false,
                                        60_000))
                                .addLast(new WebSocketFrameAggregator(LARGEST_FRAME))
                                .addLast(new Ears(listener, opened));
                    }
                })
                .connect(socket.getHost(), socket.getPort())
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        opened.completeExceptionally(connected.cause());
                    }
                });
        return opened;
    }

    public void send(String text) {
        channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
    }

    /** Says good-bye with the code and closes. */
    public void close(int code) {
        channel.writeAndFlush(new CloseWebSocketFrame(code, ""));
        channel.close();
    }

    /** Closes without a word, as a client that dies. */
    public void drop() {
        channel.close();
    }

    /** Stops or starts reading; a client that does not read fills the server's buffers. */
    public void reading(boolean on) {
        channel.config().setAutoRead(on);
    }

    private static final class Ears extends SimpleChannelInboundHandler<WebSocketFrame> {
        private final Listener listener;
        private final CompletableFuture<WebSocketLink> opened;
        private int code = WITHOUT_CODE;
        private String reason = "";

        private Ears(Listener listener, CompletableFuture<WebSocketLink> opened) {
            this.listener = listener;
            this.opened = opened;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                opened.complete(new WebSocketLink(context.channel()));
            } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
                context.close();
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (frame instanceof TextWebSocketFrame text) {
                listener.text(text.text());
            } else if (frame instanceof PingWebSocketFrame ping) {
                context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            } else if (frame instanceof CloseWebSocketFrame close) {
                code = close.statusCode() == -1 ? 1005 : close.statusCode();
                reason = close.reasonText();
                context.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            reason = String.valueOf(cause);
            opened.completeExceptionally(cause);
            context.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (!opened.completeExceptionally(new java.io.IOException("closed before the handshake was done"))
                    && !opened.isCompletedExceptionally()) {
                listener.closed(code, reason);
            }
        }
    }

    /** Tells the listener only of texts. */
    public static Listener texts(Consumer<String> ear) {
        return new Listener() {
            @Override
            public void text(String text) {
                ear.accept(text);
            }

            @Override
            public void closed(int code, String reason) {
                // whoever wants to know implements Listener
            }
        };
    }
}
